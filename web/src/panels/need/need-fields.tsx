import { NEED_KINDS } from '@nitaq/core';
import type { NeedEntry } from '../../state/need-entry.ts';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useWords } from '../words.tsx';

interface NeedFieldsProps {
  readonly entry: NeedEntry;
  /** A month as one writes it, for an example. */
  readonly month: string;
  readonly onChange: (field: keyof NeedEntry, text: string) => void;
}

/** A survey round and the counts of it. */
export function NeedFields({ entry, month, onChange }: NeedFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <TextEntry
        label={t('need.form.round')}
        hint={t('need.form.round.hint', { example: month })}
        autoComplete="off"
        inputMode="numeric"
        value={entry.round}
        onChange={(text) => onChange('round', text)}
      />
      <div className="need-fields">
        {NEED_KINDS.map((kind) => (
          <TextEntry
            key={kind}
            label={t(`need.form.${kind}`)}
            autoComplete="off"
            inputMode="numeric"
            value={entry[kind]}
            onChange={(text) => onChange(kind, text)}
          />
        ))}
      </div>
    </>
  );
}
