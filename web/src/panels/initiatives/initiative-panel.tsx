import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { ShownInitiative } from '../../state/initiatives.ts';
import { AssociationName } from '../coverage/badges.tsx';
import { StandingList } from '../coverage/standing-list.tsx';
import { AttachedDocuments } from '../documents/attached-documents.tsx';
import { HistoryButton } from '../history/history-button.tsx';
import { Icon } from '../icons.tsx';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { BudgetTable } from './budget-table.tsx';
import { InitiativeAnswer } from './initiative-answer.tsx';
import { InitiativeChip } from './initiative-chip.tsx';
import { InitiativeEnding } from './initiative-ending.tsx';
import { InitiativeSteps } from './initiative-steps.tsx';
import { troubleWords } from './initiative-words.ts';
import { MilestoneTimeline } from './milestone-timeline.tsx';
import { ReachedPeople } from './reached-people.tsx';
import { Targets } from './targets.tsx';
import { WhyTogether } from './why-together.tsx';

/** A joint initiative as a page beside the map: what it is, what comes next, who approved it, how far it has come. */
export function InitiativePanel({ shown }: { shown: ShownInitiative }) {
  const { t } = useWords();
  const store = useAppStore();
  const problem = useApp((state) => state.initiativeProblem);
  const { initiative, why, reached, documents } = shown;
  return (
    <article className="proposal initiative people-sections">
      <Button className="button" data-look="quiet" onPress={() => void store.getState().showInitiative(null)}>
        <Icon name="undo" />
        {t('initiatives.back')}
      </Button>
      <Head shown={shown} />
      {problem && <ProblemText problem={problem} />}
      <InitiativeAnswer key={initiative.contentHash} initiative={initiative} />
      <InitiativeSteps initiative={initiative} />
      <StandingList standings={initiative.standings} title={t('initiatives.standings')} />
      <MilestoneTimeline initiative={initiative} />
      <ReachedPeople initiative={initiative} reached={reached} />
      <WhyTogether why={why} />
      <Targets initiative={initiative} />
      <BudgetTable content={initiative.content} />
      <Risks shown={shown} />
      <AttachedDocuments documents={documents} link={{ kind: 'initiative', id: initiative.id }} />
      <HistoryButton of={{ kind: 'initiative', id: initiative.id }} />
      <InitiativeEnding key={initiative.id} initiative={initiative} />
    </article>
  );
}

function Head({ shown: { initiative } }: { shown: ShownInitiative }) {
  const words = useWords();
  const { t, number, day } = words;
  const { id, content, state, revision, contentHash, troubles } = initiative;
  const title = useRef<HTMLHeadingElement>(null);
  // The page begins at its title, wherever the list before it was scrolled to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another initiative is another page
  useEffect(() => title.current?.focus(), [id]);
  const next =
    initiative.state === 'stopped'
      ? t('initiatives.next.stopped', { date: day(initiative.endedAt), reason: initiative.reason })
      : initiative.state === 'done'
        ? t('initiatives.next.done', { date: day(initiative.endedAt) })
        : t(`initiatives.next.${initiative.state}`);
  return (
    <header className="proposal-head">
      <h2 ref={title} tabIndex={-1}>
        <bdi>{content.title}</bdi> <InitiativeChip state={state} />
      </h2>
      <p>{next}</p>
      {troubles.map((trouble) => (
        <p
          key={trouble.kind === 'late' ? trouble.milestone : trouble.resource}
          className="initiative-trouble"
        >
          <Icon name="warning" />
          <span>{troubleWords(trouble, initiative, words)}</span>
        </p>
      ))}
      <p className="proposal-reason">
        <bdi>{content.purpose}</bdi>
      </p>
      <dl className="initiative-parties">
        <dt>{t('initiatives.lead')}</dt>
        <dd>
          <AssociationName id={content.lead} />
        </dd>
        <dt>{t('initiatives.partners')}</dt>
        <dd>
          {content.partners.map((id) => (
            <AssociationName key={id} id={id} />
          ))}
        </dd>
      </dl>
      <p className="quiet">
        {t('initiatives.hash', { revision: number(revision), hash: contentHash.slice(0, 8) })}
      </p>
    </header>
  );
}

function Risks({ shown: { initiative } }: { shown: ShownInitiative }) {
  const { t } = useWords();
  const { risks } = initiative.content;
  if (risks.length === 0) return null;
  return (
    <section>
      <h3 className="small-title">{t('initiatives.risks')}</h3>
      <ul className="people-list">
        {risks.map(({ text, answer }) => (
          <li key={text}>
            <bdi>{text}</bdi>
            {answer !== null && (
              <span className="quiet block">{t('initiatives.risk.answer', { answer })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
