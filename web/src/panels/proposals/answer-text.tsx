import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { shownCoverage } from '../../state/shown-coverage.ts';
import { Swatch } from '../coverage/badges.tsx';
import { useShownDay } from '../timeline/use-shown-day.ts';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { aboutOf, answerSentence, borderSentence, shownSentence } from './answer-words.ts';

/** The service's answer about the selected village or point, as it comes in. */
export function AnswerText() {
  const words = useWords();
  const store = useAppStore();
  const question = useApp((state) => state.question);
  const selection = useApp((state) => state.selection);
  const associations = useArea()?.associations ?? [];
  const then = useShownDay();
  if (!question) return null;
  if (question.status === 'loading') return <p className="answer quiet">{words.t('answer.loading')}</p>;
  if (question.status === 'failed') {
    const { problem } = question;
    return (
      <div className="answer">
        <p>{problem.kind === 'unreachable' ? words.t('state.failed') : words.t('answer.failed')}</p>
        {problem.kind === 'refused' && <p className="quiet">{problem.detail}</p>}
        <Button
          className="button"
          data-look="small"
          onPress={() => void store.getState().selectOnMap(selection)}
        >
          {words.t('state.retry')}
        </Button>
      </div>
    );
  }
  const answer = question.value;
  const about = aboutOf(selection);
  const border = borderSentence({ answer, about }, associations, words);
  const colours = answer.associations.flatMap(({ id }) =>
    associations.filter((association) => association.id === id).map(({ colour }) => colour),
  );
  return (
    <div className="answer" data-status={answer.status}>
      <p className="answer-sentence">
        {colours.map((colour) => (
          <Swatch key={colour} place={colour} />
        ))}
        {then && answer.plan === null && answer.status === 'gap'
          ? words.t('answer.noPlan.then')
          : answerSentence({ answer, about }, associations, words)}
      </p>
      {answer.shared && (
        <p>
          {words.t('answer.shared.terms', {
            date: words.dayOf(answer.shared.endsOn),
            services: words.list(answer.shared.services),
          })}
        </p>
      )}
      {border && <p>{border}</p>}
      {answer.plan !== null && (
        <p className="quiet">
          {then ? words.t('answer.byThen', { date: then.said }) : words.t('answer.byInForce')}
        </p>
      )}
      <ShownPlanAnswer />
    </div>
  );
}

function ShownPlanAnswer() {
  const words = useWords();
  const area = useApp((state) => state.area);
  const plan = useApp((state) => state.plan);
  const selection = useApp((state) => state.selection);
  const associations = useArea()?.associations ?? [];
  const day = useApp((state) => state.day);
  const shown = useMemo(() => shownCoverage({ area, plan, selection, day }), [area, plan, selection, day]);
  const sentence = shown && shownSentence({ shown, about: aboutOf(selection) }, associations, words);
  return sentence ? <p className="answer-shown">{sentence}</p> : null;
}
