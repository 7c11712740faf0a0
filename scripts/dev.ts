/** `npm run dev`: the service restarts when its code changes, and Vite serves the web application beside it. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const children = [
  ['--watch', 'server/src/main.ts'],
  ['node_modules/vite/bin/vite.js', 'web'],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));

for (const child of children) {
  child.once('exit', () => {
    for (const other of children) other.kill();
  });
}
