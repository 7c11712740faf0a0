import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { Section } from '../section.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { MeetingRow } from './meeting-row.tsx';
import { nextMeeting } from './meeting-words.ts';

/** The way to the meetings and to one's actions, for those who take part. */
export function MeetingsEntry() {
  const { t } = useWords();
  const store = useAppStore();
  const meetings = useApp((state) => state.meetings);
  const own = useApp((state) => state.ownActions) ?? [];
  if (meetings?.status !== 'ready') return null;
  const all = meetings.value.meetings;
  const next = nextMeeting(all);
  const waiting = own.filter(({ state }) => state === 'open');
  const late = waiting.filter(({ timing }) => timing === 'late');
  return (
    <Section title={t('meetings.title')} count={all.length}>
      {next ? (
        <ul className="rows">
          <li>
            <MeetingRow meeting={next} />
          </li>
        </ul>
      ) : (
        <p className="quiet">{t('meetings.next.none')}</p>
      )}
      <div className="bar-actions">
        <Button
          className="button"
          data-look="quiet"
          onPress={() => void store.getState().showMeetings({ kind: 'list' })}
        >
          <Icon name="clock" />
          {t('meetings.open')}
        </Button>
        <Button
          className="button"
          data-look="quiet"
          onPress={() => void store.getState().showMeetings({ kind: 'actions', whose: 'mine' })}
        >
          <Icon name="check" />
          {t('actions.mine')}
          {waiting.length > 0 && (
            <span className="chip">{t('actions.open.count', { count: waiting.length })}</span>
          )}
          {late.length > 0 && (
            <span className="chip" data-timing="late">
              {t('actions.late.count', { count: late.length })}
            </span>
          )}
        </Button>
      </div>
    </Section>
  );
}
