import type { VersionMatch } from '../repositories/version-match.ts';

/**
 * The strong entity tag of a thing at a version. What an answer says that changes without a new version, as a day passes or
 * something else is done, is named beside it: who kept the answer is then not told that it still holds.
 */
export function etagOf(version: number, says?: string | number | boolean): string {
  return says === undefined ? `"${version}"` : `"${version}.${says}"`;
}

const ENTITY_TAG = /(?:W\/)?"[^"]*"/g;
const OUR_TAG = /^"(\d{1,9})(?:\.\w+)?"$/;

/**
 * The versions in an `If-Match` header, which is a list of tags or `*` for whichever version there is. Tags that are none
 * of ours match nothing, and neither do weak ones (RFC 9110, 13.1.1).
 */
export function versionsOf(ifMatch: string): VersionMatch {
  if (ifMatch.trim() === '*') return 'any';
  const isList = /^[\s,]*$/.test(ifMatch.replaceAll(ENTITY_TAG, ''));
  const tags = isList ? (ifMatch.match(ENTITY_TAG) ?? []) : [];
  return tags.flatMap((tag) => {
    const version = OUR_TAG.exec(tag)?.[1];
    return version === undefined ? [] : [Number(version)];
  });
}
