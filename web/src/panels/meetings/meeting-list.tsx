import type { MeetingSeries } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { ProblemText } from '../problem-text.tsx';
import { Section, ShortList } from '../section.tsx';
import { useApp, useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { CalendarAddress } from './calendar-address.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { MeetingRow } from './meeting-row.tsx';
import { comingMeetings } from './meeting-words.ts';
import { SeriesForm } from './series-form.tsx';
import { SeriesRow } from './series-row.tsx';

/** When the area meets: what is to come, what was, and how it is planned. */
export function MeetingList() {
  const { t } = useWords();
  const state = useApp((app) => app.meetings);
  if (state === null || state.status === 'loading') return <p className="quiet">{t('state.loading')}</p>;
  if (state.status === 'failed') return <ProblemText problem={state.problem} />;
  const { meetings, series } = state.value;
  const running = meetings.filter(({ state: one }) => one === 'running');
  const coming = comingMeetings(meetings);
  const earlier = meetings.filter(({ state: one }) => one !== 'running' && one !== 'planned');
  return (
    <>
      <h2>{t('meetings.title')}</h2>
      {running.length > 0 && (
        <Section title={t('meetings.now')} count={running.length}>
          <ShortList items={running} keyOf={({ id }) => id}>
            {(meeting) => <MeetingRow meeting={meeting} />}
          </ShortList>
        </Section>
      )}
      <Section title={t('meetings.coming')} count={coming.length}>
        {coming.length === 0 && <p className="quiet">{t('meetings.next.none')}</p>}
        <ShortList items={coming} keyOf={({ id }) => id}>
          {(meeting) => <MeetingRow meeting={meeting} />}
        </ShortList>
      </Section>
      <Planning />
      <Section title={t('meetings.earlier')} count={earlier.length}>
        {earlier.length === 0 && <p className="quiet">{t('meetings.earlier.none')}</p>}
        <ShortList items={earlier} keyOf={({ id }) => id}>
          {(meeting) => <MeetingRow meeting={meeting} />}
        </ShortList>
      </Section>
      {series.length > 0 && <SeriesList series={series} />}
      <CalendarAddress />
    </>
  );
}

/** For the council: one meeting, or one that comes back. */
function Planning() {
  const { t } = useWords();
  const store = useAppStore();
  const mayConvene = useMay('meeting.convene');
  const [open, setOpen] = useState<'meeting' | 'series' | null>(null);
  if (!mayConvene) return null;
  const close = () => setOpen(null);
  const toggle = (which: 'meeting' | 'series') => setOpen(open === which ? null : which);
  return (
    <div className="meeting-planning">
      <div className="bar-actions">
        <Button
          className="button"
          data-look="primary"
          aria-expanded={open === 'meeting'}
          onPress={() => toggle('meeting')}
        >
          {t('meetings.plan')}
        </Button>
        <Button className="button" aria-expanded={open === 'series'} onPress={() => toggle('series')}>
          {t('meetings.plan.series')}
        </Button>
      </div>
      {open === 'meeting' && <MeetingForm onDone={close} />}
      {open === 'series' && (
        <SeriesForm onSave={(input) => store.getState().beginSeries(input)} onDone={close} />
      )}
    </div>
  );
}

function SeriesList({ series }: { series: readonly MeetingSeries[] }) {
  const { t } = useWords();
  return (
    <Section title={t('meetings.series')} count={series.length}>
      <ul className="people-list">
        {series.map((one) => (
          <SeriesRow key={one.id} series={one} />
        ))}
      </ul>
    </Section>
  );
}
