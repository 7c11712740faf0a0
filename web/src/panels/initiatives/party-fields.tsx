import type { AssociationId } from '@nitaq/core';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { type Neighbour, thingsOf } from '../../state/neighbours.ts';
import { AssociationName } from '../coverage/badges.tsx';
import { ProblemText } from '../problem-text.tsx';
import { SelectEntry } from '../select-entry.tsx';
import { useApp, useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { CheckChoice } from './check-choice.tsx';
import type { DraftFieldsProps } from './draft-fields.ts';

/** Who leads an initiative, and with whom: of the open area, and of others of the service. */
export function PartyFields({ draft, change }: DraftFieldsProps) {
  const { t, name } = useWords();
  const associations = useArea()?.associations ?? [];
  const neighbours = useApp((state) => state.neighbours);
  const own = useOwnRole()?.association ?? null;
  const { lead, partners } = draft;
  // A new one is led by whoever writes it down; the lead can be handed over to a partner.
  const leads = associations.filter(
    ({ id }) => own === null || id === own || partners.includes(id) || id === lead,
  );
  const tick = (id: AssociationId) => (isPartner: boolean) =>
    change({ partners: isPartner ? [...partners, id] : partners.filter((one) => one !== id) });
  const choose = (chosen: string) => {
    const next = associations.find(({ id }) => id === chosen)?.id ?? null;
    const kept = partners.filter((one) => one !== next);
    // Whoever hands the lead over stays as a partner.
    change({ lead: next, partners: lead !== null && lead !== next ? [...kept, lead] : kept });
  };
  const ticks = (all: readonly { readonly id: AssociationId }[]) =>
    all.map(({ id }) => (
      <CheckChoice key={id} isSelected={partners.includes(id)} onChange={tick(id)}>
        <AssociationName id={id} />
      </CheckChoice>
    ));
  return (
    <>
      <RadioGroup className="choice-list" value={lead ?? ''} onChange={choose}>
        <Label>{t('initiatives.form.lead')}</Label>
        {leads.map(({ id }) => (
          <Radio key={id} value={id} className="role-choice">
            <AssociationName id={id} />
          </Radio>
        ))}
      </RadioGroup>
      <fieldset className="initiative-set">
        <legend>{t('initiatives.form.partners')}</legend>
        {ticks(associations.filter(({ id }) => id !== lead))}
      </fieldset>
      {neighbours.map((neighbour) => (
        <fieldset key={neighbour.area.id} className="initiative-set">
          <legend>{t('initiatives.form.partners.of', { area: name(neighbour.area.name) })}</legend>
          {ticks(thingsOf(neighbour).associations)}
          <NeighbourState of={neighbour} />
        </fieldset>
      ))}
      <NeighbourChoice />
    </>
  );
}

/** While the associations of another area are fetched, and why they are not there. */
function NeighbourState({ of: { area, things } }: { of: Neighbour }) {
  const { t } = useWords();
  const store = useAppStore();
  if (things.status === 'ready') return null;
  if (things.status === 'loading') {
    return (
      <p className="quiet" role="status">
        {t('state.loading')}
      </p>
    );
  }
  return (
    <>
      <ProblemText problem={things.problem} />
      <Button className="button" onPress={() => void store.getState().loadNeighbour(area.id)}>
        {t('state.retry')}
      </Button>
    </>
  );
}

/** Another area, to choose partners of; nothing where the service has no other. */
function NeighbourChoice() {
  const { t, name } = useWords();
  const store = useAppStore();
  const here = useArea()?.area.id;
  const areas = useApp((state) => state.areas);
  const neighbours = useApp((state) => state.neighbours);
  if (areas.status !== 'ready') return null;
  const left = areas.value.filter(({ id }) => id !== here && !neighbours.some(({ area }) => area.id === id));
  if (left.length === 0) return null;
  return (
    <SelectEntry
      label={t('initiatives.form.partners.elsewhere')}
      placeholder={t('initiatives.form.partners.area')}
      value={null}
      choices={left.map((area) => ({ value: area.id, text: name(area.name) }))}
      onChange={(area) => area !== null && void store.getState().loadNeighbour(area)}
    />
  );
}
