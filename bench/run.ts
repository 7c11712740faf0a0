/**
 * `npm run bench -- startup lookup assess`: runs the named benchmarks, or all. Options are handed on to those that have
 * some.
 */
import { parseArgs } from 'node:util';

// Coverage ends with the point location, unless that has run before.
const all = [
  'assess',
  'point-location',
  'coverage',
  'lookup',
  'names',
  'find',
  'reports',
  'editor',
  'startup',
];
const { positionals: asked } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { only: { type: 'string' } },
});
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`No benchmark ${unknown.join(', ')}; there are ${all.join(', ')}`);
for (const name of all) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`— ${name}`);
  await import(`./${name}.ts`);
}
