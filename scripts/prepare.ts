/** Makes what takes long and changes seldom: the web bundle and the database that a first start copies. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

interface Product {
  readonly name: string;
  readonly made: string;
  /** Files and folders it is made of. */
  readonly sources: readonly string[];
  readonly make: () => void;
}

const products: Product[] = [
  {
    name: 'embedded-database',
    made: 'build/embedded-database.tar.gz',
    sources: ['migrations', 'server/src/database', 'package-lock.json'],
    make: () => node('server/src/database/embedded/make-embedded-database.ts'),
  },
  {
    name: 'web',
    made: 'web/dist/index.html',
    sources: [
      'web/src',
      'web/public',
      'web/index.html',
      'web/find.html',
      'web/vite.config.ts',
      'web/find.vite.config.ts',
      'web/package.json',
      'client/src',
      'core/src',
      'package-lock.json',
    ],
    make: () => {
      vite();
      vite('--config', 'web/find.vite.config.ts');
    },
  },
];

for (const product of products) {
  const stamp = path.join(root, 'build', `${product.name}.sha256`);
  const digest = digestOf(product.sources);
  const isFresh =
    existsSync(path.join(root, product.made)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (isFresh) continue;
  console.log(`Building ${product.name} …`);
  product.make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function vite(...args: string[]): void {
  node('node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn', ...args);
}

function node(...args: string[]): void {
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
}

function digestOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesBelow).sort())
    hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(source: string): string[] {
  const full = path.join(root, source);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [full];
  const entries = readdirSync(full, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
