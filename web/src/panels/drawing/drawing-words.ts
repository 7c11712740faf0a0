import type { Association, Village } from '@nitaq/core';
import type { MessageKey } from '../../messages/catalogue.ts';
import { en } from '../../messages/en.ts';
import type { Notice } from '../../state/editor/editing.ts';
import type { Step } from '../../state/editor/history.ts';
import type { Snap } from '../../state/editor/snapping.ts';
import type { Words } from '../words.tsx';

type Measured = Extract<Notice, { kind: 'measured' }>;
type Speaker = Pick<Words, 't' | 'name' | 'list' | 'area' | 'distance'>;

/** Whom and what a sentence about a step names. */
export interface DrawnArea {
  readonly associations: readonly Association[];
  readonly villages: readonly Village[];
}

/** What a step did: «Moved the border of A and B · 3 villages changed hands». */
export function stepSentence({ description }: Step, area: DrawnArea, words: Speaker): string {
  const { shifts, villages } = description;
  const shifted = shifts.filter(({ gainedM2, lostM2 }) => gainedM2 > 0 || lostM2 > 0);
  const ids = (shifted.length > 0 ? shifted : shifts).map(({ association }) => association);
  const said = (associations: readonly string[]) => ({
    associations: seatNames(associations, area, words),
    count: associations.length,
  });
  const step = (() => {
    switch (description.kind) {
      case 'vertex-moved':
      case 'vertex-deleted':
        return words.t(`step.${description.kind}`, said(ids));
      case 'gap-assigned':
        return words.t('step.gap-assigned', said([description.association]));
      case 'gap-shared':
        // Whose seats are nearest, or who borders on it, may be one alone.
        return words.t(
          description.associations.length === 1 ? 'step.gap-assigned' : 'step.gap-shared',
          said(description.associations),
        );
      case 'territories-merged': {
        const [from, into] = [description.from, description.into].map((id) => seatNames([id], area, words));
        const key = description.isPart ? 'step.part-merged' : 'step.territories-merged';
        return words.t(key, { from: from ?? '', into: into ?? '' });
      }
      case 'overlap-resolved':
        return words.t('step.overlap-resolved', said(description.claimants));
      case 'slivers-healed':
        return words.t('step.slivers-healed', { count: description.healed.length });
      case 'territory-extended':
      case 'territory-erased':
      case 'territory-split':
        return words.t(`step.${description.kind}`, said([description.association]));
      case 'villages-assigned':
        return words.t('step.villages-assigned', {
          villages: villageNames(description.assigned, area, words),
          ...said([description.association]),
        });
    }
  })();
  return words.t('step.with', { step, villages: words.t('step.villages', { count: villages.length }) });
}

/** What just happened, in one line. */
export function noticeSentence(notice: Notice, area: DrawnArea, words: Speaker): string {
  switch (notice.kind) {
    case 'done':
      return stepSentence(notice.step, area, words);
    case 'undone':
      return words.t('draw.undone', { step: stepSentence(notice.step, area, words) });
    case 'refused':
      return words.t(refusalKey(notice.reason));
    case 'stretch-locked':
      return words.t('locks.locked');
    case 'restored':
      return words.t('draw.restored', {
        associations: seatNames(notice.associations, area, words),
        count: notice.associations.length,
      });
    case 'received':
      return words.t('draw.received', {
        associations: seatNames(notice.associations, area, words),
        count: notice.associations.length,
      });
    case 'measured':
      return measuredSentence(notice, words);
    case 'overtaken':
      return words.t('draw.overtaken');
    case 'renamed':
      return words.t('draft.renamedByOthers', { title: words.name(notice.title) });
    case 'no-problem':
      return words.t('problem.none');
  }
}

/** How long a line is, and from the third point on how much it encloses. */
export function measuredSentence({ line, lengthM, areaM2 }: Measured, words: Speaker): string {
  const distance = words.distance(lengthM);
  return line.length < 3
    ? words.t('draw.measured.line', { distance })
    : words.t('draw.measured', { distance, area: words.area(areaM2 / 1e6) });
}

/** What the hand sticks to. */
export function snapSentence({ part, owner }: Snap, area: DrawnArea, words: Speaker): string {
  if (owner.kind !== 'territory') return words.t(`draw.snap.${part}.${owner.kind}`);
  const association = seatNames([owner.association], area, words);
  return words.t(`draw.snap.${part}.territory`, { association });
}

/** Associations as people call them here: by their seats. */
export function seatNames(
  ids: readonly string[],
  { associations }: DrawnArea,
  { name, list }: Speaker,
): string {
  return list(
    ids.map((id) => {
      const association = associations.find((one) => one.id === id);
      return association ? name(association.seat.name) : id;
    }),
  );
}

/** The first three villages, as a list. */
export function villageNames(
  ids: readonly string[],
  { villages }: DrawnArea,
  { name, list }: Speaker,
): string {
  const names = ids.flatMap((id) => {
    const village = villages.find((one) => one.id === id);
    return village ? [name(village.name)] : [];
  });
  return list(names.slice(0, 3)) + (names.length > 3 ? '…' : '');
}

function refusalKey(reason: string): MessageKey {
  if (reason.startsWith('nothing-left')) return 'refusal.nothing-left';
  const key = `refusal.${reason}`;
  return key in en ? (key as MessageKey) : 'refusal.other';
}
