import { type RawBuilder, sql } from 'kysely';

/** The versions a change may be made on: one of a list (none matches an empty one), or whichever there is. */
export type VersionMatch = readonly number[] | 'any';

/** True for a row whose version is one of these. */
export function versionMatches(match: VersionMatch): RawBuilder<boolean> {
  if (match === 'any') return sql`true`;
  return match.length === 0 ? sql`false` : sql`version in (${sql.join(match)})`;
}

/** True where this version is one of these. */
export function matchesVersion(match: VersionMatch, version: number): boolean {
  return match === 'any' || match.includes(version);
}
