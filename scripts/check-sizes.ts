/** Keeps files short: median at most 80 lines, 95 % at most 300, none over 400 but generated ones. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const GENERATED = /(^|\/)schema\.d\.ts$/;
const limits = { median: 80, p95: 300, most: 400 };

const sizes = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(file) && !GENERATED.test(file))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines);
const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))]?.lines ?? 0;
const found = { median: at(0.5), p95: at(0.95), most: at(1) };

console.log(`${sizes.length} files: median ${found.median}, 95 % ${found.p95}, longest ${found.most} lines`);
const broken = found.median > limits.median || found.p95 > limits.p95 || found.most > limits.most;
if (broken) {
  for (const { file, lines } of sizes.slice(-5)) console.error(`${lines} ${file}`);
  process.exitCode = 1;
}
