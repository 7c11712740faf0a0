import type { AgendaItem, Meeting } from '@nitaq/core';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import type { MinuteDraft } from '../../state/minutes.ts';
import { Icon } from '../icons.tsx';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { MinuteConflict } from './minute-conflict.tsx';

interface MinuteEntryProps {
  readonly item: AgendaItem;
  readonly meeting: Meeting;
}

/** What is written down about an item: by those who run the meeting as they write it, by all others as it is read. */
export function MinuteEntry({ item, meeting }: MinuteEntryProps) {
  const { t, name, time } = useWords();
  const store = useAppStore();
  const mayRun = useMay('meeting.run');
  const draft = useApp((state) => state.minuteDrafts[item.id]);
  const { minute } = item;
  const isOpen = meeting.state === 'running' || meeting.state === 'held';
  const isWritten = mayRun && (isOpen || draft !== undefined);
  if (!isWritten) {
    return (
      <div className="minute">
        <h4 className="small-title">{t('minutes.title')}</h4>
        {minute.text === '' ? (
          <p className="quiet">{t('minutes.none')}</p>
        ) : (
          <p className="minute-text" aria-live="polite">
            <bdi>{minute.text}</bdi>
          </p>
        )}
      </div>
    );
  }
  return (
    <div className="minute">
      <TextField
        className="field"
        value={draft?.text ?? minute.text}
        maxLength={20_000}
        onChange={(text) => store.getState().writeMinute(item.id, text)}
        onBlur={() => void store.getState().saveMinutes()}
      >
        <Label>{t('minutes.of', { title: name(item.title) })}</Label>
        <TextArea dir="auto" rows={5} />
      </TextField>
      <p className="minute-standing quiet" role="status" data-standing={draft?.standing.kind ?? 'saved'}>
        {draft ? (
          <Standing draft={draft} />
        ) : (
          minute.by &&
          minute.at && (
            <>
              <Icon name="check" />
              {t('minutes.saved')} · {t('minutes.by', { name: minute.by.name, time: time(minute.at) })}
            </>
          )
        )}
      </p>
      {draft?.standing.kind === 'conflict' && (
        <MinuteConflict item={item.id} text={draft.text} theirs={draft.standing.theirs} />
      )}
      {draft?.standing.kind === 'refused' && (
        <>
          <ProblemText problem={draft.standing.problem} />
          <Button className="button" data-look="small" onPress={() => store.getState().dropMinute(item.id)}>
            {t('minutes.drop')}
          </Button>
        </>
      )}
    </div>
  );
}

function Standing({ draft }: { draft: MinuteDraft }) {
  const { t } = useWords();
  switch (draft.standing.kind) {
    case 'waiting':
    case 'saving':
      return (
        <>
          <Icon name="pen" />
          {t('minutes.waiting')}
        </>
      );
    case 'kept':
      return (
        <>
          <Icon name="unlinked" />
          {t('minutes.kept')}
        </>
      );
    case 'conflict':
    case 'refused':
      return null;
  }
}
