import { type KnownCount, NEED_KINDS, type NeedKind } from '@nitaq/core';
import { useWords } from '../words.tsx';
import { countSentence } from './need-words.ts';

/** Orphans, widows and families in one line, as exactly as one may know them. */
export function KnownCounts({ counts }: { counts: Readonly<Record<NeedKind, KnownCount>> }) {
  const words = useWords();
  return (
    <p className="need-counts">
      {NEED_KINDS.map((kind) => (
        <span key={kind}>{countSentence(kind, counts[kind], words)}</span>
      ))}
    </p>
  );
}

/** Whether one of the counts is known only between two numbers. */
export function isVague(counts: Readonly<Record<NeedKind, KnownCount>>): boolean {
  return NEED_KINDS.some((kind) => counts[kind].least !== counts[kind].most);
}
