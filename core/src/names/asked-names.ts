import { type NameKeys, nameKeys } from './fold-name.ts';

/** An article written together with its name in Latin letters, its l assimilated or not: Allith, Ashshaqah, Alwasqah. */
const JOINED_ARTICLE =
  /^(?:[aeiu]l(?=[^aeiou\s]{1,2}[aeiouwy])|a(?<consonant>sh|th|dh|[dnrstz])(?=\k<consonant>))/u;
/** The article before the first letter of a name, of which more is to come. */
const BEGUN_ARTICLE = /^ال(?=\p{L}$)/u;
/** The article with a space after it, which Arabic does not write. */
const LONE_ARTICLE = /(?<=^| )ال /gu;
/** What people put before a name or leave out: village, valley, family, the sons of. */
const LEADING_WORD = /^(?:قريه|هجره|محله|qaryat|qariat|village|hijrat) (?=\S)/u;

/** A first word that is heard as an article: a vowel and l, or and the first consonant of the name (ach-Chaqah, aal Lith). */
function withoutHeardArticle({ spelling, sound }: NameKeys): string {
  const [article = '', name = ''] = sound.split(' ');
  const isArticle =
    /^[aiu][^aiu]$/u.test(article) && (article.endsWith('l') || article.endsWith(name[0] ?? ' '));
  return isArticle ? spelling.slice(spelling.indexOf(' ') + 1) : spelling;
}

/**
 * The ways in which what somebody typed may be meant, the likeliest first: as typed, without an article or the word
 * village before it, and as one word.
 */
export function askedNames(text: string): readonly NameKeys[] {
  const typed = nameKeys(text);
  const ways = [
    typed.spelling,
    withoutHeardArticle(typed),
    ...[BEGUN_ARTICLE, LONE_ARTICLE, JOINED_ARTICLE, LEADING_WORD].map((part) =>
      typed.spelling.replace(part, ''),
    ),
    typed.spelling.replaceAll(' ', ''),
  ];
  return [...new Set(ways)].map((way) => (way === typed.spelling ? typed : nameKeys(way)));
}
