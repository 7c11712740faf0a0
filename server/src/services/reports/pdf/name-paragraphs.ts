import type { ReportWords } from '../words/report-words.ts';
import type { Block } from './printed-document.ts';

/** So many names to a paragraph, that the eye finds its way. */
const NAMES_A_PARAGRAPH = 60;
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Very many names one after the other: in a list of their own each would take ten times the memory. */
export function nameParagraphs(names: readonly string[], { rightToLeft }: ReportWords): Block[] {
  const others = rightToLeft ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
  // Names of the other direction are kept from reordering what stands beside them.
  const kept = names.map((name) => (others.test(name) ? `\u2068${name}\u2069` : name));
  return Array.from({ length: Math.ceil(names.length / NAMES_A_PARAGRAPH) }, (_, at) => ({
    kind: 'text',
    text: kept.slice(at * NAMES_A_PARAGRAPH, (at + 1) * NAMES_A_PARAGRAPH).join(' · '),
  }));
}
