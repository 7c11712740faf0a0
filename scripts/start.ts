/** `npm start`: builds what is missing or out of date, then runs the service in this process. */
await import('./prepare.ts');
await import('../server/src/main.ts');
