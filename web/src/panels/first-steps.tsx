import { Button } from 'react-aria-components';
import { Icon } from './icons.tsx';
import { useApp, useAppStore } from './use-app.ts';
import { useWords } from './words.tsx';

const STEPS = ['draw.first.choose', 'draw.first.villages', 'draw.first.borders', 'draw.first.undo'] as const;

/** How drawing goes, in four sentences, until a person has read them. */
export function FirstSteps() {
  const { t, number } = useWords();
  const store = useAppStore();
  const isKnown = useApp((state) => state.preferences.knowsDrawing);
  if (isKnown) return null;
  return (
    <div className="note first-steps">
      <Icon name="info" />
      <div>
        <p className="note-title">{t('draw.first.title')}</p>
        <ol>
          {STEPS.map((step, index) => (
            <li key={step} style={{ listStyleType: `"${number(index + 1)}. "` }}>
              {t(step)}
            </li>
          ))}
        </ol>
        <Button className="button" onPress={() => store.getState().learnDrawing()}>
          {t('draw.first.read')}
        </Button>
      </div>
    </div>
  );
}
