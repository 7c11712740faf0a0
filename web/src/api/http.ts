import { createNitaqClient, type Middleware } from '@nitaq/client';
import { type Answer, problemOf } from './problem.ts';

interface Reply {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** A client of the service's own address, whose answers come in the language that `language` gives at the time. */
export function createHttpClient(language: () => string, clientId: string) {
  // Answers may be kept, but are asked about again each time: what was just saved must be seen at once.
  const client = createNitaqClient({ baseUrl: '/', cache: 'no-cache' });
  const inTheirLanguage: Middleware = {
    onRequest({ request }) {
      request.headers.set('accept-language', language());
      if (request.method !== 'GET') request.headers.set('x-client-id', clientId);
      return request;
    },
  };
  client.use(inTheirLanguage);
  return client;
}

export type HttpClient = ReturnType<typeof createHttpClient>;

/** What a call came to. Where data enters, its shape is the one the service's own schemas give it. */
export async function answerOf<T>(call: Promise<Reply>): Promise<Answer<T>> {
  try {
    const { data, error, response } = await call;
    if (response.ok) return { ok: true, value: data as T };
    // A proxy answers for a service that is not there.
    if (response.status >= 502 && response.status <= 504)
      return { ok: false, problem: { kind: 'unreachable' } };
    return { ok: false, problem: problemOf(response.status, error) };
  } catch {
    return { ok: false, problem: { kind: 'unreachable' } };
  }
}

/** The query that asks as of a day; null: as of now. */
export function asOf(day: string | null): { at?: string } {
  return day === null ? {} : { at: day };
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** All items of a list, page after page. */
export async function allPages<T>(page: (cursor: string | null) => Promise<Reply>): Promise<Answer<T[]>> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const answer: Answer<Page<T>> = await answerOf<Page<T>>(page(cursor));
    if (!answer.ok) return answer;
    items.push(...answer.value.items);
    cursor = answer.value.next;
  } while (cursor !== null);
  return { ok: true, value: items };
}
