/** `npm run check`: every static check, cheapest first; all of them run, and any failure fails the whole. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

const steps: [name: string, ...command: string[]][] = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'],
  ['file sizes', 'scripts/check-sizes.ts'],
  ['types', 'node_modules/typescript7/bin/tsc', '-b'],
  ['imports', 'scripts/check-imports.ts'],
  ['unused exports', 'node_modules/knip/bin/knip.js'],
  ['rights', 'server/src/make-openapi.ts', '--check'],
  [
    'client types',
    'node_modules/openapi-typescript/bin/cli.js',
    'build/openapi.json',
    '--output',
    'client/src/schema.d.ts',
    '--check',
  ],
];

const failed = steps.filter(([name, ...command]) => {
  console.log(`— ${name}`);
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status !== 0;
});

console.log(`${steps.length - failed.length} checks passed, ${failed.length} failed`);
for (const [name] of failed) console.error(`failed: ${name}`);
if (failed.length > 0) process.exitCode = 1;
