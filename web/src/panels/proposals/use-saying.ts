import type { Colleague } from '@nitaq/core';
import { useState } from 'react';
import { stillMentioned } from '../../state/mentions.ts';
import type { Said } from '../../state/proposals.ts';

/** What is being said, and who was chosen to be mentioned in it. */
export interface Saying {
  readonly text: string;
  setText(text: string): void;
  choose(person: Colleague): void;
  said(): Said;
  clear(): void;
}

export function useSaying(): Saying {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly Colleague[]>([]);
  return {
    text,
    setText,
    choose: (person) => setChosen([...chosen, person]),
    said: () => ({ text: text.trim(), mentions: stillMentioned(text, chosen) }),
    clear: () => {
      setText('');
      setChosen([]);
    },
  };
}
