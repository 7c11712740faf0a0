import type { Colleague } from '@nitaq/core';
import { roleWords } from '../people/role-words.ts';
import { useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

interface MentionChoicesProps {
  readonly id: string;
  readonly people: readonly Colleague[];
  /** The one that Enter takes. */
  readonly chosen: Colleague;
  readonly onChoose: (person: Colleague) => void;
}

/** People who may be meant, below the field in which their name is written; the keys are those of the field. */
export function MentionChoices({ id, people, chosen, onChoose }: MentionChoicesProps) {
  const words = useWords();
  const area = useArea();
  return (
    <div id={id} role="listbox" aria-label={words.t('mention.people')} className="choices mention-choices">
      {people.map((person) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option that is active
        <div
          key={person.id}
          id={`${id}-${person.id}`}
          role="option"
          aria-selected={person === chosen}
          className="choice"
          data-selected={person === chosen || undefined}
          // Pressing it must not take the focus from the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          <bdi>{person.name}</bdi>
          <span className="quiet">{roleWords(person, area, words)}</span>
        </div>
      ))}
    </div>
  );
}
