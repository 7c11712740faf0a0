import { Button } from 'react-aria-components';
import type { InitiativeDraft } from '../../state/initiative-draft.ts';
import { Icon } from '../icons.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useWords } from '../words.tsx';
import type { DraftFieldsProps } from './draft-fields.ts';

/** What could go wrong, and what is done against it. */
export function RiskFields({ draft: { risks }, change }: DraftFieldsProps) {
  const { t } = useWords();
  const put = (key: string, part: Partial<InitiativeDraft['risks'][number]>) =>
    change({ risks: risks.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <fieldset className="initiative-set">
      <legend>{t('initiatives.form.risks')}</legend>
      {risks.map(({ key, text, answer }) => (
        <div key={key} className="initiative-part">
          <TextEntry
            label={t('initiatives.form.risk.text')}
            autoComplete="off"
            maxLength={300}
            isRequired={false}
            value={text}
            onChange={(typed) => put(key, { text: typed })}
          />
          <TextEntry
            label={t('initiatives.form.risk.answer')}
            autoComplete="off"
            maxLength={300}
            isRequired={false}
            value={answer}
            onChange={(typed) => put(key, { answer: typed })}
          />
          <Button
            className="button"
            data-look="small"
            onPress={() => change({ risks: risks.filter((one) => one.key !== key) })}
          >
            <Icon name="close" />
            {t('initiatives.form.risk.remove')}
          </Button>
        </div>
      ))}
      <Button
        className="button"
        onPress={() => change({ risks: [...risks, { key: crypto.randomUUID(), text: '', answer: '' }] })}
      >
        <Icon name="plus" />
        {t('initiatives.form.risk.add')}
      </Button>
    </fieldset>
  );
}
