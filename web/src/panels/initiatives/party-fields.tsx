import { Label, Radio, RadioGroup } from 'react-aria-components';
import { AssociationName } from '../coverage/badges.tsx';
import { useArea, useOwnRole } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { CheckChoice } from './check-choice.tsx';
import type { DraftFieldsProps } from './draft-fields.ts';

/** Who leads an initiative, and with whom. */
export function PartyFields({ draft, change }: DraftFieldsProps) {
  const { t } = useWords();
  const associations = useArea()?.associations ?? [];
  const own = useOwnRole()?.association ?? null;
  const { lead, partners } = draft;
  // A new one is led by whoever writes it down; the lead can be handed over to a partner.
  const leads = associations.filter(
    ({ id }) => own === null || id === own || partners.includes(id) || id === lead,
  );
  const tick = (id: (typeof partners)[number]) => (isPartner: boolean) =>
    change({ partners: isPartner ? [...partners, id] : partners.filter((one) => one !== id) });
  const choose = (chosen: string) => {
    const next = associations.find(({ id }) => id === chosen)?.id ?? null;
    const kept = partners.filter((one) => one !== next);
    // Whoever hands the lead over stays as a partner.
    change({ lead: next, partners: lead !== null && lead !== next ? [...kept, lead] : kept });
  };
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
        {associations
          .filter(({ id }) => id !== lead)
          .map(({ id }) => (
            <CheckChoice key={id} isSelected={partners.includes(id)} onChange={tick(id)}>
              <AssociationName id={id} />
            </CheckChoice>
          ))}
      </fieldset>
    </>
  );
}
