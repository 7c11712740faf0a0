import { ROLES, type Role, rightsTable } from '@nitaq/core';
import type { RouteAction } from './plugins/rights.ts';

const WHO = ['everybody', 'signed in', ...ROLES] as const;

const INTRODUCTION = `# Who may do what

Written by \`npm run generate\` from the code: \`core/src/rights/authorize.ts\` decides, \`server/src/plugins/rights.ts\` asks it
before anything else of a request is read, and a test asks every address as everybody.

✓ may · own: for what belongs to their own association · proven: in a session that was opened with a passkey or a second
factor. Who is signed out gets 401, who has another role 403. A plan that is or was in force is for everybody to read.
`;

/** The table of addresses and roles, as Markdown. */
export function rightsDocument(routes: readonly RouteAction[]): string {
  const lines = routes.map(
    ({ method, url, action }) =>
      `| \`${method}\` | \`${url}\` | \`${action}\` | ${cells(action).join(' | ')} |`,
  );
  const head = ['method', 'address', 'action', ...WHO];
  return [
    INTRODUCTION,
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...lines,
    '',
  ].join('\n');
}

function cells(action: RouteAction['action']): string[] {
  const right = rightsTable().find((one) => one.action === action);
  if (right === undefined) throw new Error(`No right is called ${action}`);
  const { to, ownOnly, councilProvenTwice } = right;
  if (to === 'everybody') return WHO.map(() => '✓');
  const ofRole = (role: Role) => {
    if (to === 'signed-in') return '✓';
    if (!to.includes(role)) return '';
    if (ownOnly?.includes(role)) return 'own';
    return role === 'council' && councilProvenTwice ? 'proven' : '✓';
  };
  return ['', to === 'signed-in' ? '✓' : '', ...ROLES.map(ofRole)];
}
