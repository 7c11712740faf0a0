import type { AssociationId } from '../model/ids.ts';
import type { Answer, Revision, Standing } from '../model/proposal.ts';

/** What counting signatures needs to know of a revision. */
export type SignedRevision = Pick<Revision, 'number' | 'contentHash' | 'affected' | 'unchangedFor'>;

/**
 * How everyone affected by the last revision stands to it, in the order of their ids. Only the last answer of an
 * association counts, and only to the content that it was given to; a rebase keeps it for whom nothing changed. Revisions
 * and answers are given in the order in which they came.
 */
export function standingsOf(revisions: readonly SignedRevision[], answers: readonly Answer[]): Standing[] {
  const present = revisions.at(-1);
  if (present === undefined) return [];
  return [...present.affected].sort().map((association) => {
    const answer = answers.findLast((one) => one.association === association) ?? null;
    if (answer === null) return { association, standing: 'silent', answer };
    const stands = isStillGiven(answer, association, revisions);
    return { association, standing: stands ? answer.answer : 'stale', answer };
  });
}

/** Where a proposal stands by its signatures. Without anyone affected nothing can be agreed. */
export function stateBySignatures(standings: readonly Standing[]): 'open' | 'objected' | 'agreed' {
  if (standings.some(({ standing }) => standing === 'objected')) return 'objected';
  const isAgreed = standings.length > 0 && standings.every(({ standing }) => standing === 'signed');
  return isAgreed ? 'agreed' : 'open';
}

/** Whose signatures are still needed. */
export function stillNeeded(standings: readonly Standing[]): AssociationId[] {
  return standings.filter(({ standing }) => standing !== 'signed').map(({ association }) => association);
}

/** Whether nothing has changed for an association since the revision that it answered to. */
function isStillGiven(
  { revision, contentHash }: Answer,
  association: AssociationId,
  revisions: readonly SignedRevision[],
): boolean {
  const answered = revisions.find(({ number }) => number === revision);
  if (answered?.contentHash !== contentHash) return false;
  return revisions
    .filter(({ number }) => number > revision)
    .every(({ unchangedFor }) => unchangedFor.includes(association));
}
