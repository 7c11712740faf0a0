/** Runs the import rules, and fails when they saw fewer modules than there are source files. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folders = ['client/src', 'core/src', 'server/src', 'web/src', 'migrations'];

interface CruiseResult {
  modules: { source: string }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

// Its exit code is the number of violations; what it found is in its output either way.
const { stdout } = spawnSync(
  process.execPath,
  ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--output-type', 'json', ...folders],
  { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] },
);
const result: CruiseResult = JSON.parse(stdout);
const cruised = new Set(result.modules.map(({ source }) => source));
const unseen = folders
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !cruised.has(file));

for (const { rule, from, to } of result.summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
for (const file of unseen) console.error(`not seen by the import rules: ${file}`);
console.log(`${cruised.size} modules, ${result.summary.violations.length} violations`);
if (result.summary.violations.length > 0 || unseen.length > 0) process.exitCode = 1;
