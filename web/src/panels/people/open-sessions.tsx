import type { OpenSession } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Where a person is signed in, with the way to end it there. */
export function OpenSessions({ sessions }: { sessions: readonly OpenSession[] }) {
  const { t, day } = useWords();
  const store = useAppStore();
  return (
    <section>
      <h3 className="small-title">{t('people.sessions')}</h3>
      <ul className="people-list">
        {sessions.map(({ id, createdAt, userAgent, current }) => (
          <li key={id} className="person-row">
            <span>
              <bdi dir="ltr">{programOf(userAgent) ?? t('people.sessions.unknown')}</bdi>{' '}
              {current && <span className="chip">{t('people.sessions.here')}</span>}
              <span className="quiet block">{t('people.sessions.since', { date: day(createdAt) })}</span>
            </span>
            {!current && (
              <Button
                className="button"
                data-look="small"
                onPress={() => void store.getState().endSession(id)}
              >
                {t('people.sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Browser and system as people call them, from what the browser says of itself; null: it says nothing known. */
function programOf(userAgent: string | null): string | null {
  const browser = /(Edg|Firefox|Chrome|Safari)/.exec(userAgent ?? '')?.[1];
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(userAgent ?? '')?.[1];
  if (browser === undefined) return null;
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ');
}
