import type { MilestoneId } from '@nitaq/core';
import { Button } from 'react-aria-components';
import type { InitiativeDraft } from '../../state/initiative-draft.ts';
import { Icon } from '../icons.tsx';
import { DayEntry } from '../proposals/day-entry.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useWords } from '../words.tsx';
import type { DraftFieldsProps } from './draft-fields.ts';

/** What is reached on the way, each with its day. */
export function MilestoneFields({ draft: { milestones }, change }: DraftFieldsProps) {
  const { t } = useWords();
  const put = (id: MilestoneId, part: Partial<InitiativeDraft['milestones'][number]>) =>
    change({ milestones: milestones.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <fieldset className="initiative-set">
      <legend>{t('initiatives.form.milestones')}</legend>
      {milestones.map(({ id, title, dueOn }) => (
        <div key={id} className="initiative-part">
          <TextEntry
            label={t('initiatives.form.milestone.title')}
            autoComplete="off"
            maxLength={300}
            value={title}
            onChange={(text) => put(id, { title: text })}
          />
          <DayEntry
            label={t('initiatives.form.milestone.due')}
            value={dueOn}
            onChange={(day) => put(id, { dueOn: day })}
          />
          <Button
            className="button"
            data-look="small"
            onPress={() => change({ milestones: milestones.filter((one) => one.id !== id) })}
          >
            <Icon name="close" />
            {t('initiatives.form.milestone.remove')}
          </Button>
        </div>
      ))}
      <Button
        className="button"
        onPress={() => {
          const id = crypto.randomUUID() as MilestoneId;
          change({ milestones: [...milestones, { id, title: '', dueOn: '' }] });
        }}
      >
        <Icon name="plus" />
        {t('initiatives.form.milestone.add')}
      </Button>
    </fieldset>
  );
}
