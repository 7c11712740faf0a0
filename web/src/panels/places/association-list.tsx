import type { Association, AssociationId, CoverageReport } from '@nitaq/core';
import { memo, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { type AssociationSummary, summariseAssociations } from '../../state/summary.ts';
import { Swatch } from '../coverage/badges.tsx';
import { inGroups, Section, someRows } from '../section.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { PlaceButtons } from './place-buttons.tsx';

interface AssociationListProps {
  readonly associations: readonly Association[];
  readonly report: CoverageReport | null;
}

/** The associations with their colours, seats and what they serve; choosing one shows its territory. */
export function AssociationList({ associations, report }: AssociationListProps) {
  const { t } = useWords();
  const summaries = useMemo(() => summariseAssociations(associations, report), [associations, report]);
  const chosen = useApp(({ selection }) => (selection.kind === 'association' ? selection.id : null));
  return (
    <Section title={t('associations.title')} count={associations.length}>
      <ul className="rows" {...someRows(summaries.length)}>
        {inGroups(summaries).map((group) => (
          <AssociationItems
            key={group[0]?.association.id}
            summaries={group}
            chosen={group.find(({ association }) => association.id === chosen)?.association.id ?? null}
          />
        ))}
      </ul>
    </Section>
  );
}

interface AssociationItemsProps {
  readonly summaries: readonly AssociationSummary[];
  readonly chosen: AssociationId | null;
}

/** Of hundreds, most groups stay as they are while a hand draws: React need not go through their rows one by one. */
const AssociationItems = memo(function AssociationItems({ summaries, chosen }: AssociationItemsProps) {
  return summaries.map((summary) => (
    <AssociationItem key={summary.association.id} {...summary} isChosen={summary.association.id === chosen} />
  ));
}, isSameGroup);

function isSameGroup(before: AssociationItemsProps, now: AssociationItemsProps): boolean {
  if (before.chosen !== now.chosen || before.summaries.length !== now.summaries.length) return false;
  return now.summaries.every((summary, i) => {
    const was = before.summaries[i];
    return (
      summary.association === was?.association &&
      summary.territoryKm2 === was.territoryKm2 &&
      summary.villages === was.villages &&
      summary.sharedVillages === was.sharedVillages
    );
  });
}

/** By its parts, so that only the few are drawn anew that a drag changes. */
const AssociationItem = memo(function AssociationItem({
  association,
  territoryKm2,
  villages,
  sharedVillages,
  isChosen,
}: AssociationSummary & { readonly isChosen: boolean }) {
  const { t, name, area } = useWords();
  const store = useAppStore();
  const seat = association.seat.location ? 'association.seat' : 'association.seat.unlocated';
  return (
    <li>
      <Button
        className="row-button"
        aria-current={isChosen ? 'true' : 'false'}
        onPress={() => void store.getState().select({ kind: 'association', id: association.id })}
      >
        <Swatch place={association.colour} />
        <span className="row-text">
          <bdi className="row-title">{name(association.name)}</bdi>
          <span className="row-figures">
            {territoryKm2 > 0 ? (
              <>
                <span>{t('count.villages', { count: villages })}</span>
                {sharedVillages > 0 && <span>{t('count.sharedVillages', { count: sharedVillages })}</span>}
                <span>{area(territoryKm2)}</span>
              </>
            ) : (
              <span>{t('association.nothing')}</span>
            )}
          </span>
          <span className="row-note">{t(seat, { place: name(association.seat.name) })}</span>
        </span>
      </Button>
      <SeatPlacing association={association} />
    </li>
  );
});

function SeatPlacing({ association }: { association: Association }) {
  const { t, name } = useWords();
  if (association.seat.location) return null;
  const label = t('place.seat', { association: name(association.name) });
  return <PlaceButtons target={{ kind: 'seat', id: association.id }} name={label} />;
}
