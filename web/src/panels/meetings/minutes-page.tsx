import type { Minutes } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { minutesAddress } from '../../state/report-address.ts';
import { ProblemText } from '../problem-text.tsx';
import { useReportReading } from '../reports/use-report-choice.ts';
import { useApp, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { DecisionCard } from './decision-list.tsx';
import { belongsTo, meetingTitle, ownerWords, whenSentence } from './meeting-words.ts';

/** The minutes as a document: read on the screen, printed without the rest of the page. */
export function MinutesPage({ id }: { id: string }) {
  const { t } = useWords();
  const minutes = useApp((state) => state.minutesDocument);
  if (minutes === null || minutes.status === 'loading') return <p className="quiet">{t('state.loading')}</p>;
  if (minutes.status === 'failed') return <ProblemText problem={minutes.problem} />;
  return <Document key={id} minutes={minutes.value} />;
}

function Document({ minutes }: { minutes: Minutes }) {
  const words = useWords();
  const { t, name, number } = words;
  const area = useArea();
  const reading = useReportReading();
  const { meeting, agenda, attendance, guests, decisions } = minutes;
  return (
    <div className="minutes-document">
      <div className="bar-actions no-print">
        <Button className="button" data-look="primary" onPress={() => window.print()}>
          {t('minutes.print.do')}
        </Button>
        <a
          className="button"
          href={minutesAddress(minutes.area, meeting.id, reading)}
          target="_blank"
          rel="noopener"
        >
          {t('minutes.pdf')}
        </a>
      </div>
      <header>
        {area && <p className="quiet">{name(area.area.name)}</p>}
        <h2>
          {t('minutes.title')}: <bdi>{meetingTitle(meeting, words)}</bdi>
        </h2>
        <p>{whenSentence(meeting, words)}</p>
        {meeting.place !== '' && <p>{t('meetings.place', { place: meeting.place })}</p>}
        {meeting.state !== 'approved' && <p className="note">{t('minutes.draft')}</p>}
      </header>
      <section>
        <h3>{t('attendance.title')}</h3>
        <ul>
          {attendance.map((one) => (
            <li key={one.person}>
              <bdi>{one.name}</bdi> · {belongsTo(one, area, words)} · {t(`attendance.${one.presence}`)}
            </li>
          ))}
          {guests.map(({ id, name: guest, from }) => (
            <li key={id}>
              <bdi>{guest}</bdi>
              {from !== null && ' · '}
              {from !== null && <bdi>{from}</bdi>} · {t('guests.one')}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('agenda.title')}</h3>
        {agenda.map((item, at) => (
          <div key={item.id} className="minutes-item">
            <h4>
              {number(at + 1)}. <bdi>{name(item.title)}</bdi>
            </h4>
            {item.minute.text !== '' && (
              <p className="minute-text">
                <bdi>{item.minute.text}</bdi>
              </p>
            )}
            {decisions
              .filter((decision) => decision.item === item.id)
              .map((decision) => (
                <DecisionCard key={decision.number} decision={decision} />
              ))}
          </div>
        ))}
        {decisions
          .filter(({ item }) => item === null)
          .map((decision) => (
            <DecisionCard key={decision.number} decision={decision} />
          ))}
      </section>
      <ActionTable minutes={minutes} />
      <Signatures minutes={minutes} />
    </div>
  );
}

function ActionTable({ minutes: { actions } }: { minutes: Minutes }) {
  const words = useWords();
  const { t, dayOf } = words;
  const area = useArea();
  if (actions.length === 0) return null;
  return (
    <section>
      <h3>{t('actions.title')}</h3>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('decisions.text.action')}</th>
            <th scope="col">{t('actions.owner')}</th>
            <th scope="col">{t('actions.dueOn')}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map(({ id, title, owner, dueOn }) => (
            <tr key={id}>
              <td>
                <bdi>{title}</bdi>
              </td>
              <td>{ownerWords(owner, area, words)}</td>
              <td>{dayOf(dueOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Signatures({ minutes: { attendance } }: { minutes: Minutes }) {
  const words = useWords();
  const { t, day, time } = words;
  const given = attendance.filter(({ approval }) => approval === 'given');
  if (given.length === 0) return null;
  return (
    <section>
      <h3>{t('minutes.signatures')}</h3>
      <ul>
        {given.map(({ person, name, approvedAt }) => (
          <li key={person}>
            <bdi>{name}</bdi>
            {approvedAt !== null && ` · ${day(approvedAt)} · ${time(approvedAt)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
