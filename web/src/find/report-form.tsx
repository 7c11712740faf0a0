import type { AreaSummary, Position } from '@nitaq/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { areasKnown } from './ask-service.ts';
import { useFindWords } from './find-words.tsx';
import { type Sent, sendReport } from './kept-reports.ts';
import { PlacePicker } from './place-picker.tsx';
import { useReportPlace, WAYS } from './use-report-place.ts';

type KnownArea = Pick<AreaSummary, 'id' | 'name' | 'bbox'>;

interface ReportFormProps {
  readonly name: string;
  readonly onDone: () => void;
}

/** Reporting a village that is not known: its name, where it is if one can say, and nothing about oneself. */
export function ReportForm({ name: typed, onDone }: ReportFormProps) {
  const { t, language } = useFindWords();
  const title = useRef<HTMLHeadingElement>(null);
  const entry = useRef<HTMLInputElement>(null);
  const [heading, field, words] = [useId(), useId(), useId()];
  const [areas, setAreas] = useState<readonly KnownArea[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState(typed);
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Sent | 'sending' | 'nameless' | 'unplaced' | null>(null);
  const place = useReportPlace((at) => setChosen(areaAround(areas, at) ?? chosen));
  // The same for as long as the form is open, so that a second press sends nothing new.
  const key = useRef(crypto.randomUUID());
  useEffect(() => void areasKnown().then(setAreas), []);
  useEffect(() => title.current?.focus(), []);
  const area = chosen ?? areas[0]?.id ?? null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (area === null || outcome === 'sending') return;
    if (name.trim() === '') {
      entry.current?.focus();
      return setOutcome('nameless');
    }
    if (place.way !== 'unknown' && place.at === null) return setOutcome('unplaced');
    setOutcome('sending');
    const said = text.trim();
    const report = { name: name.trim(), location: place.at, ...(said !== '' && { words: said }) };
    void sendReport({ area, key: key.current, report }, language).then((sent) => {
      // What is refused is mended, and then it is another report.
      if (sent.kind === 'refused') key.current = crypto.randomUUID();
      setOutcome(sent);
    });
  };
  if (isOver(outcome)) return <Thanks outcome={outcome} onDone={onDone} />;
  return (
    <form className="find-report" aria-labelledby={heading} noValidate onSubmit={send}>
      <h2 id={heading} tabIndex={-1} ref={title}>
        {t('find.report.title')}
      </h2>
      <p className="find-quiet">{t('find.report.lead')}</p>
      <label htmlFor={field}>{t('find.label')}</label>
      <input
        id={field}
        dir="auto"
        required
        maxLength={100}
        autoComplete="off"
        ref={entry}
        aria-invalid={outcome === 'nameless'}
        aria-describedby={outcome === 'nameless' ? `${field}-problem` : undefined}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          if (outcome === 'nameless') setOutcome(null);
        }}
      />
      {/* The browser would say it in its own language. */}
      {outcome === 'nameless' && (
        <p id={`${field}-problem`} role="alert">
          {t('find.report.nameless')}
        </p>
      )}
      {areas.length > 1 && <AreaChoice areas={areas} area={area} onChoose={setChosen} />}
      <fieldset>
        <legend>{t('find.report.where')}</legend>
        {WAYS.map((one) => (
          <label key={one} className="find-way">
            <input type="radio" name="way" checked={place.way === one} onChange={() => place.choose(one)} />
            {t(`find.report.where.${one}`)}
          </label>
        ))}
      </fieldset>
      <p className="find-quiet" role="status">
        {place.locating === 'busy' && t('find.here.busy')}
        {place.locating === 'denied' && t('find.here.denied')}
      </p>
      {area !== null && (place.way === 'map' || place.at !== null) && (
        <PlacePicker area={area} at={place.at} onPick={place.mark} />
      )}
      <label htmlFor={words}>{t('find.report.words')}</label>
      <textarea
        id={words}
        dir="auto"
        rows={2}
        maxLength={300}
        value={text}
        aria-describedby={`${words}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${words}-hint`} className="find-quiet">
        {t('find.report.words.hint')}
      </p>
      {outcome === 'unplaced' && <p role="alert">{t('find.report.unplaced')}</p>}
      {typeof outcome === 'object' && outcome !== null && (
        <p role="alert">{outcome.detail || t('find.failed')}</p>
      )}
      <button type="submit" className="button" data-look="primary" disabled={area === null}>
        {t(outcome === 'sending' ? 'find.report.sending' : 'find.report.send')}
      </button>
      <button type="button" className="button" onClick={onDone}>
        {t('find.report.cancel')}
      </button>
    </form>
  );
}

type Over = Exclude<Sent, { kind: 'refused' }>;

function isOver(outcome: Sent | string | null): outcome is Over {
  return typeof outcome === 'object' && outcome !== null && outcome.kind !== 'refused';
}

function Thanks({ outcome, onDone }: { outcome: Over; onDone: () => void }) {
  const { t } = useFindWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="find-report">
      <h2 tabIndex={-1} ref={title}>
        {t('find.report.thanks')}
      </h2>
      <p role="status">{t(outcome.kind === 'sent' ? 'find.report.sent' : 'find.report.waits')}</p>
      <button type="button" className="button" onClick={onDone}>
        {t('find.again')}
      </button>
    </section>
  );
}

interface AreaChoiceProps {
  readonly areas: readonly KnownArea[];
  readonly area: string | null;
  readonly onChoose: (area: string) => void;
}

function AreaChoice({ areas, area, onChoose }: AreaChoiceProps) {
  const { t, name } = useFindWords();
  const field = useId();
  return (
    <>
      <label htmlFor={field}>{t('find.report.area')}</label>
      <select id={field} value={area ?? ''} onChange={(event) => onChoose(event.target.value)}>
        {areas.map((one) => (
          <option key={one.id} value={one.id}>
            {name(one.name)}
          </option>
        ))}
      </select>
    </>
  );
}

function areaAround(areas: readonly KnownArea[], [lon, lat]: Position): string | null {
  const around = areas.find(
    ({ bbox: [west = 0, south = 0, east = 0, north = 0] }) =>
      west <= lon && lon <= east && south <= lat && lat <= north,
  );
  return around?.id ?? null;
}
