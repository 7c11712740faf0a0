/** The strong entity tag of a thing at a version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version in an `If-Match` header; null where it names none of our tags, so that it matches nothing. */
export function versionOf(ifMatch: string): number | null {
  const match = /^"(\d{1,9})"$/.exec(ifMatch.trim());
  return match === null ? null : Number(match[1]);
}
