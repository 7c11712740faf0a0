import { answerSentence } from './answer-words.ts';
import { targetName } from './placing-bar.tsx';
import { useApp, useArea } from './use-app.ts';
import { useWords } from './words.tsx';

/** Says to a screen reader what others see appear: answers, and that something was saved. */
export function Announcer() {
  const words = useWords();
  const area = useArea();
  const question = useApp((state) => state.question);
  const placed = useApp((state) => state.placed);
  const answer =
    area && question?.status === 'ready' ? answerSentence(question.value, area.associations, words) : '';
  const saved =
    area && placed ? words.t('place.saved', { name: targetName(placed.target, area, words) }) : '';
  return (
    <p className="visually-hidden" role="status" data-testid="announcer">
      {[saved, answer].filter((text) => text !== '').join('. ')}
    </p>
  );
}
