import { NEED_KINDS, RESOURCES } from '@nitaq/core';
import { NO_SHARE } from '../../state/initiative-draft.ts';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useAssociationName } from '../use-names.ts';
import { useWords } from '../words.tsx';
import type { DraftFieldsProps } from './draft-fields.ts';

const LABELS = {
  money: 'initiatives.form.money',
  people: 'initiatives.form.peopleCount',
  goods: 'initiatives.form.goods',
} as const;

/** How many an initiative means to reach, what it takes, and what each association brings of it. */
export function AmountFields({ draft, change }: DraftFieldsProps) {
  const { t } = useWords();
  const called = useAssociationName();
  const { people, budget, shares, lead, partners } = draft;
  const parties = [...(lead === null ? [] : [lead]), ...partners];
  return (
    <>
      <fieldset className="initiative-set">
        <legend>{t('initiatives.form.people')}</legend>
        <p className="quiet">{t('initiatives.form.people.hint')}</p>
        <div className="need-fields">
          {NEED_KINDS.map((kind) => (
            <AmountEntry
              key={kind}
              label={t(`need.form.${kind}`)}
              value={people[kind]}
              onChange={(text) => change({ people: { ...people, [kind]: text } })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="initiative-set">
        <legend>{t('initiatives.form.budget')}</legend>
        <div className="need-fields">
          {RESOURCES.map((resource) => (
            <AmountEntry
              key={resource}
              label={t(LABELS[resource])}
              value={budget[resource]}
              onChange={(text) => change({ budget: { ...budget, [resource]: text } })}
            />
          ))}
        </div>
      </fieldset>
      {parties.map((id) => {
        const share = shares[id] ?? NO_SHARE;
        const put = (part: Partial<typeof share>) =>
          change({ shares: { ...shares, [id]: { ...share, ...part } } });
        return (
          <fieldset key={id} className="initiative-set">
            <legend>{t('initiatives.form.shares', { association: called(id) })}</legend>
            <div className="need-fields">
              {RESOURCES.map((resource) => (
                <AmountEntry
                  key={resource}
                  label={t(LABELS[resource])}
                  value={share[resource]}
                  onChange={(text) => put({ [resource]: text })}
                />
              ))}
            </div>
            <TextEntry
              label={t('initiatives.form.note')}
              autoComplete="off"
              maxLength={300}
              isRequired={false}
              value={share.note}
              onChange={(note) => put({ note })}
            />
          </fieldset>
        );
      })}
    </>
  );
}

interface AmountEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function AmountEntry(props: AmountEntryProps) {
  return <TextEntry autoComplete="off" inputMode="numeric" maxLength={16} isRequired={false} {...props} />;
}
