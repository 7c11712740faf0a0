import type { Association, AssociationId, CoverageReport } from '@nitaq/core';
import { type ReactNode, useId } from 'react';
import { countedVillages, type KnownOrphans, orphansByAssociation } from '../../state/known-need.ts';
import { countVillages } from '../../state/summary.ts';
import { AssociationName } from '../coverage/badges.tsx';
import { againstSentence, orphansSentence } from '../need/need-words.ts';
import { useApp, useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

interface BeforeAndAfterProps {
  /** The plan that the proposal would take the place of; null: none. */
  readonly base: string | null;
  readonly affected: readonly AssociationId[];
}

/** What a proposal leaves open beside what is open now, and what each association would carry. */
export function BeforeAndAfter({ base, affected }: BeforeAndAfterProps) {
  const { t } = useWords();
  const after = usePlan()?.coverage;
  const before = useApp(({ comparison }) => (comparison?.plan.id === base ? comparison?.coverage : null));
  if (!before || !after) return null;
  const titles = { title: t('effect.title'), before: t('effect.before'), after: t('effect.after') };
  return (
    <section>
      <EffectTable {...{ before, after, affected, titles }} />
    </section>
  );
}

interface EffectTableProps extends Both {
  readonly affected: readonly AssociationId[];
  readonly titles: Readonly<Record<'title' | 'before' | 'after', string>>;
}

/** Two reports beside each other: what they leave open, and what each association carries. */
export function EffectTable({ before, after, affected, titles }: EffectTableProps) {
  const heading = useId();
  return (
    <>
      <h3 className="small-title" id={heading}>
        {titles.title}
      </h3>
      <table className="effect-table" aria-labelledby={heading}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <bdi>{titles.before}</bdi>
            </th>
            <th scope="col">
              <bdi>{titles.after}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          <CoverageRows before={before} after={after} />
        </tbody>
        <LoadRows before={before} after={after} affected={affected} />
      </table>
    </>
  );
}

interface Both {
  readonly before: CoverageReport;
  readonly after: CoverageReport;
}

function CoverageRows({ before, after }: Both) {
  const { t, number, area } = useWords();
  const rows: readonly [string, (report: CoverageReport) => string][] = [
    [t('effect.gaps'), ({ gaps, totals }) => `${number(gaps.features.length)} · ${area(totals.gapKm2)}`],
    [
      t('effect.overlaps'),
      ({ overlaps, totals }) => `${number(overlaps.features.length)} · ${area(totals.overlapKm2)}`,
    ],
    [t('effect.villages.gap'), (report) => number(countVillages(report).gap)],
    [t('effect.villages.overlap'), (report) => number(countVillages(report).overlap)],
  ];
  return rows.map(([name, say]) => <Row key={name} name={name} before={say(before)} after={say(after)} />);
}

/** Need against capacity, as far as whoever reads it may know. */
function LoadRows({ before, after, affected }: Both & { readonly affected: readonly AssociationId[] }) {
  const words = useWords();
  const associations = useArea()?.associations ?? [];
  const counted = useApp(countedVillages);
  if (counted.size === 0) return null;
  const [was, is] = [before, after].map(({ villages }) => orphansByAssociation(villages, counted));
  const say = ({ capacity }: Association, known: KnownOrphans | undefined) => {
    if (!known || known.counted === 0) return words.t('effect.nothing');
    return capacity === null
      ? orphansSentence(known, words)
      : againstSentence(known.orphans, capacity, words);
  };
  return (
    <tbody>
      {associations
        .filter(({ id }) => affected.includes(id))
        .map((one) => (
          <Row
            key={one.id}
            name={<AssociationName id={one.id} />}
            before={say(one, was?.get(one.id))}
            after={say(one, is?.get(one.id))}
          />
        ))}
    </tbody>
  );
}

function Row({ name, before, after }: Record<'name' | 'before' | 'after', ReactNode>) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{before}</td>
      <td>{after}</td>
    </tr>
  );
}
