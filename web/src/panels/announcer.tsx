import { partNow } from '../state/detached-parts.ts';
import { countedVillages } from '../state/known-need.ts';
import { faceOf } from '../state/selection.ts';
import { faceSentence } from './coverage/face-words.ts';
import { newsSentence } from './drafts/draft-news.tsx';
import { noticeSentence, seatNames } from './drawing/drawing-words.ts';
import { useVertexSentence } from './drawing/vertex-words.ts';
import { targetName } from './places/placing-bar.tsx';
import { placeSentence, useProblemPlace } from './places/problem-place.tsx';
import { aboutOf, answerSentence } from './proposals/answer-words.ts';
import { useDaySentence } from './timeline/use-day-sentence.ts';
import { useApp, useArea } from './use-app.ts';
import { useWords } from './words.tsx';

/** Says to a screen reader what others see appear: answers, what was chosen, and that something was saved. */
export function Announcer() {
  const words = useWords();
  const area = useArea();
  const placed = useApp((state) => state.placed);
  const chosen = useChosenSentence();
  const notice = useApp((state) => state.editing?.notice ?? null);
  const drawn = area && notice ? noticeSentence(notice, area, words) : '';
  const vertex = useVertexSentence();
  const saved =
    area && placed ? words.t('place.saved', { name: targetName(placed.target, area, words) }) : '';
  const news = useApp((state) => state.draftNews);
  const heard = news ? newsSentence(news, words) : '';
  const then = useDaySentence();
  const place = useProblemPlace();
  const which = place ? placeSentence(place, words) : '';
  return (
    <p className="visually-hidden" role="status" data-testid="announcer">
      {[then, saved, heard, drawn, vertex, which, chosen].filter((text) => text !== '').join('. ')}
    </p>
  );
}

/** What the card about the selection says first; empty while nothing is chosen or the answer is on its way. */
function useChosenSentence(): string {
  const words = useWords();
  const area = useArea();
  const question = useApp((state) => state.question);
  const selection = useApp((state) => state.selection);
  const face = useApp(({ plan }) =>
    plan.status === 'ready' && plan.value ? faceOf(plan.value.coverage, selection) : null,
  );
  const counted = useApp(countedVillages);
  const part = useApp((state) =>
    state.selection.kind === 'part' ? partNow(state, state.selection.id) : null,
  );
  if (!area) return '';
  switch (selection.kind) {
    case 'none':
      return '';
    case 'village':
    case 'point': {
      if (question?.status !== 'ready') return '';
      return answerSentence({ answer: question.value, about: aboutOf(selection) }, area.associations, words);
    }
    case 'association': {
      const association = area.associations.find(({ id }) => id === selection.id);
      return association ? words.name(association.name) : '';
    }
    case 'part':
      return part
        ? words.t('part.announced', {
            title: words.t('part.title', { association: seatNames([part.association], area, words) }),
            villages: words.t('count.villages', { count: part.villages.length }),
            area: words.area(part.areaKm2),
          })
        : '';
    case 'gap':
    case 'overlap':
    case 'shared':
    case 'sliver': {
      return face ? faceSentence({ face, kind: selection.kind, counted }, area.villages, words) : '';
    }
  }
}
