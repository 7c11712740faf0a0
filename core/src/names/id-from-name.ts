const LONGEST = 56;

/** An id made of a name in Latin letters; where others have it, with the first number that is free. */
export function idFromName(name: string, taken: ReadonlySet<string>): string {
  const letters = name
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʹʻʼʽʾʿ`´]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  const id = letters === '' ? 'village' : letters;
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
