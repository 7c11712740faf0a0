import type { ActionItem } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { Icon, type IconName } from '../icons.tsx';
import { useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { ownerWords } from './meeting-words.ts';

/** An action in a list: what, whose, until when, and how it stands to that. */
export function ActionRow({ action }: { action: ActionItem }) {
  const words = useWords();
  const { t, dayOf } = words;
  const store = useAppStore();
  const area = useArea();
  const { id, title, owner, dueOn } = action;
  return (
    <Button
      className="row-button meeting-row"
      onPress={() => void store.getState().showMeetings({ kind: 'action', id })}
    >
      <span className="row-text">
        <bdi className="row-title">{title}</bdi>
        <span className="quiet">{ownerWords(owner, area, words)}</span>
        <span className="quiet">{t('actions.due', { date: dayOf(dueOn) })}</span>
      </span>
      <ActionTiming action={action} />
    </Button>
  );
}

const ICONS: Readonly<Record<Standing, IconName>> = {
  late: 'warning',
  soon: 'clock',
  later: 'circle',
  done: 'check',
  dropped: 'close',
};
type Standing = 'late' | 'soon' | 'later' | 'done' | 'dropped';

/** How an action stands, in words and with a sign. */
export function ActionTiming({ action: { state, timing } }: { action: ActionItem }) {
  const { t } = useWords();
  const standing: Standing =
    state === 'open' && timing !== 'closed' ? timing : state === 'done' ? 'done' : 'dropped';
  return (
    <span className="chip action-timing" data-timing={standing}>
      <Icon name={ICONS[standing]} />
      {t(`actions.timing.${standing}`)}
    </span>
  );
}
