import type { Plan } from '@nitaq/core';
import { type CSSProperties, memo, useContext } from 'react';
import { territoryColours } from '../../style/tokens.ts';
import { CommonContext, useArea } from '../use-app.ts';
import { useAssociationName } from '../use-names.ts';
import { useWords } from '../words.tsx';

/** The round sign of a place: ◯ for a gap, ◐ for an overlap, two rings in each other for what is shared. */
export function FaceBadge({ kind }: { kind: 'gap' | 'overlap' | 'shared' | 'sliver' }) {
  return (
    <svg className="face-badge" data-kind={kind} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="7" />
      {kind === 'shared' && <circle cx="10" cy="10" r="3" />}
      {kind === 'overlap' && <path d="M10 3a7 7 0 0 1 0 14Z" />}
    </svg>
  );
}

/** A colour of the palette as it looks on the map. */
export const Swatch = memo(function Swatch({ place }: { place: number }) {
  const { theme } = useContext(CommonContext);
  const { fill, border } = territoryColours(place, theme);
  const colours: CSSProperties & Record<`--${string}`, string> = { '--fill': fill, '--edge': border };
  return <span className="swatch" style={colours} aria-hidden="true" />;
});

/** An association's name beside its colour; of another area beside the name of that. */
export function AssociationName({ id }: { id: string }) {
  const called = useAssociationName();
  const association = useArea()?.associations.find((candidate) => candidate.id === id);
  if (!association) return <bdi>{called(id)}</bdi>;
  return (
    <span className="association-name">
      <Swatch place={association.colour} />
      <bdi>{called(id)}</bdi>
    </span>
  );
}

export function PlanState({ plan }: { plan: Plan }) {
  const { t } = useWords();
  return (
    <span className="chip" data-state={plan.state}>
      {t(`plan.${plan.state}`)}
    </span>
  );
}

export function ExampleChip() {
  const { t } = useWords();
  return (
    <span className="chip" data-state="example">
      {t('plan.example')}
    </span>
  );
}
