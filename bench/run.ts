/** `npm run bench -- startup lookup assess`: runs the named benchmarks, or all. */
const all = ['assess', 'lookup', 'startup'];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`No benchmark ${unknown.join(', ')}; there are ${all.join(', ')}`);
for (const name of asked.length > 0 ? asked : all) {
  console.log(`— ${name}`);
  await import(`./${name}.ts`);
}
