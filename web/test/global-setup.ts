import { type FullConfig, request } from '@playwright/test';
import { coordinatorState } from './browser-service.ts';
import { PASSWORD, printedSecret } from './people.ts';

/** Has a coordinator accept the link that the service printed, so that tests begin signed in. */
export default async function signInOnce({ projects }: FullConfig): Promise<void> {
  const baseURL = projects[0]?.use.baseURL ?? '';
  const context = await request.newContext({ baseURL });
  const account = { name: 'Salma', email: 'salma@example.org', password: PASSWORD };
  const answer = await context.post('/api/v1/invitations/accept', {
    data: { secret: printedSecret('coordinator of lith'), account },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  await context.storageState({ path: coordinatorState });
  await context.dispose();
}
