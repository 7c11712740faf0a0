import type { AgendaReason, AgendaSubject } from '../model/agenda.ts';
import type { LocalizedText } from '../model/text.ts';

/** Something that wants to be talked about, as it stands. */
export interface AgendaFact {
  /** The same for the same thing at every meeting. */
  readonly key: string;
  readonly reason: Exclude<AgendaReason, 'added'>;
  readonly about: AgendaSubject;
  readonly title: LocalizedText;
  /** What is more of it comes first; only among facts of the same reason. */
  readonly weight: number;
}

/** In which order an agenda goes through them. */
const ORDER: readonly AgendaFact['reason'][] = [
  'action-late',
  'action-due',
  'proposal-objected',
  'proposal-agreed',
  'proposal-waiting',
  'proposal-stale',
  'gap',
  'overlap',
  'zone-ends',
  'initiative-off-track',
  'initiative-done',
  'missing-village',
];

/** As many of one reason are on an agenda at most: a meeting ends. */
const MOST_OF_A_REASON = 20;
/** So many gaps, and so many overlaps, without a village: the largest stand for the others, which the report lists. */
const MOST_EMPTY = 3;

/**
 * One fact of each key, the weightiest: a shared zone in several pieces, or gaps without a village close to each other, are
 * talked about once.
 */
export function onePerKey(facts: readonly AgendaFact[]): AgendaFact[] {
  const byKey = new Map<string, AgendaFact>();
  for (const fact of facts) {
    const other = byKey.get(fact.key);
    if (other === undefined || fact.weight > other.weight) byKey.set(fact.key, fact);
  }
  return [...byKey.values()];
}

/** The facts in the order in which a meeting goes through them. */
export function inAgendaOrder(facts: readonly AgendaFact[]): AgendaFact[] {
  return ORDER.flatMap((reason) => {
    const inOrder = facts
      .filter((fact) => fact.reason === reason)
      .toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
    const empty = new Set(inOrder.filter(isEmptyGround).slice(MOST_EMPTY));
    return inOrder.filter((fact) => !empty.has(fact)).slice(0, MOST_OF_A_REASON);
  });
}

function isEmptyGround({ about }: AgendaFact): boolean {
  return (about.kind === 'gap' || about.kind === 'overlap') && about.villages.length === 0;
}
