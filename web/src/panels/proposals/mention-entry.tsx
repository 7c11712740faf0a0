import type { Colleague } from '@nitaq/core';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components';
import { begunMention, peopleNamed, withMention } from '../../state/mentions.ts';
import { FieldProblem } from '../field-problem.tsx';
import { useApp } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { MentionChoices } from './mention-choices.tsx';
import { useColleagues } from './use-colleagues.ts';
import type { Saying } from './use-saying.ts';

const SHOWN = 6;
const LONGEST = 5000;

interface MentionEntryProps {
  readonly label: string;
  readonly saying: Saying;
  readonly isRequired?: boolean;
}

/** A field for what one says; after @ it offers the people of the area. The focus stays in the text. */
export function MentionEntry({ label, saying, isRequired = true }: MentionEntryProps) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const own = useApp((state) => state.session?.person?.id);
  const people = useColleagues().filter(({ id }) => id !== own);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [isClosed, setClosed] = useState(true);
  // Where the caret is to stand once the text is there.
  const [wanted, setWanted] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    field.current?.setSelectionRange(wanted, wanted);
    setWanted(null);
  }, [wanted]);

  const begun = isClosed ? null : begunMention(saying.text, caret);
  const found = begun === null ? [] : peopleNamed(people, begun.name).slice(0, SHOWN);
  const chosen = found[Math.min(active, found.length - 1)];

  const follow = () => setCaret(field.current?.selectionStart ?? 0);
  const type = (text: string) => {
    saying.setText(text);
    follow();
    setActive(0);
    setClosed(false);
  };
  const choose = (person: Colleague) => {
    if (begun === null) return;
    const next = withMention(saying.text, begun, person);
    saying.setText(next.text);
    saying.choose(person);
    setClosed(true);
    setWanted(next.caret);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (chosen === undefined) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((found.indexOf(chosen) + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen);
    else if (event.key === 'Escape') setClosed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="mention-entry">
      <TextField
        className="field"
        isRequired={isRequired}
        maxLength={LONGEST}
        value={saying.text}
        onChange={type}
        onBlur={() => setClosed(true)}
      >
        <Label>{label}</Label>
        <TextArea
          ref={field}
          dir="auto"
          rows={2}
          aria-autocomplete="list"
          aria-controls={chosen ? list : undefined}
          aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
          onKeyDown={onKeyDown}
          onSelect={follow}
        />
        {people.length > 0 && (
          <Text slot="description" className="quiet">
            {t('mention.hint')}
          </Text>
        )}
        <FieldProblem />
      </TextField>
      <span className="visually-hidden" role="status">
        {begun !== null && begun.name !== '' && t('mention.count', { count: found.length })}
      </span>
      {chosen && <MentionChoices id={list} people={found} chosen={chosen} onChoose={choose} />}
    </div>
  );
}
