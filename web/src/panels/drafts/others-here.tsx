import { useEffect } from 'react';
import { seatNames } from '../drawing/drawing-words.ts';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** How often others are told that one is still there, and how often at most where one points. */
const STILL_HERE_MS = 5_000;
const POINTER_MS = 700;

/** Who else draws on this draft; they see this person by the name of the account. */
export function OthersHere() {
  const words = useWords();
  const area = useArea();
  const others = useApp((state) => state.others);
  const name = useApp((state) => state.session?.person?.name);
  useTellPresence(name ?? words.t('others.someone'));
  if (!area || others.length === 0) return null;
  return (
    <div className="others-here">
      <p className="choice-label">{words.t('others.label')}</p>
      <ul className="others-list" aria-label={words.t('others.label')}>
        {others.map((other) => (
          <li key={other.client}>
            <bdi>{other.name}</bdi>
            {other.editing.length > 0 && (
              <span className="quiet">
                {' '}
                {words.t('others.editing', { associations: seatNames(other.editing, area, words) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useTellPresence(name: string): void {
  const store = useAppStore();
  useEffect(() => {
    let toldAt = 0;
    const tell = () => {
      toldAt = Date.now();
      store.getState().tellPresence(name);
    };
    tell();
    const still = setInterval(tell, STILL_HERE_MS);
    const unfollow = store.subscribe(({ pointer, editing }, before) => {
      const hasMoved = pointer !== before.pointer || editing?.association !== before.editing?.association;
      if (hasMoved && Date.now() - toldAt >= POINTER_MS) tell();
    });
    const leave = () => store.getState().tellGone();
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(still);
      unfollow();
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [name, store]);
}
