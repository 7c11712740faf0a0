import type { MeetingSeries, NewSeries } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useApp, useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { SeriesEndForm } from './series-end-form.tsx';
import { SeriesForm } from './series-form.tsx';

/** A regular meeting, and for the council changing it and ending it. */
export function SeriesRow({ series }: { series: MeetingSeries }) {
  const { t, name } = useWords();
  const mayConvene = useMay('meeting.convene');
  const [open, setOpen] = useState<'change' | 'end' | null>(null);
  const title = name(series.title);
  return (
    <li className="series-row">
      <span>
        <bdi>{title}</bdi>
      </span>
      {series.ended && <span className="quiet">{t('meetings.series.ended')}</span>}
      {!series.ended && mayConvene && (
        <div className="bar-actions">
          {(['change', 'end'] as const).map((kind) => (
            <Button
              key={kind}
              className="button"
              data-look="small"
              aria-expanded={open === kind}
              aria-label={t(`meetings.series.${kind}.of`, { title })}
              onPress={() => setOpen(open === kind ? null : kind)}
            >
              {t(`meetings.series.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      {!series.ended && open === 'change' && (
        <SeriesChange key={series.version} series={series} onDone={() => setOpen(null)} />
      )}
      {!series.ended && open === 'end' && <SeriesEndForm series={series} />}
    </li>
  );
}

function SeriesChange({ series, onDone }: { series: MeetingSeries; onDone: () => void }) {
  const { t } = useWords();
  const store = useAppStore();
  const meetings = useApp((state) => state.meetings);
  const all = meetings?.status === 'ready' ? meetings.value.meetings : [];
  const planned = all.filter((one) => one.series === series.id && one.state === 'planned');
  const following = planned.filter(({ follows }) => follows).length;
  const save = ({ title, ...terms }: NewSeries) => {
    // A title in both languages stays where nobody wrote another one.
    const isSame = title === series.title.ar || title === series.title.en;
    return store.getState().changeSeries(series, { ...terms, ...(isSame ? {} : { title }) });
  };
  return (
    <>
      <p className="quiet">{t('meetings.series.follow', { count: following })}</p>
      {planned.length > following && (
        <p className="quiet">{t('meetings.series.stay', { count: planned.length - following })}</p>
      )}
      <SeriesForm series={series} onSave={save} onDone={onDone} />
    </>
  );
}
