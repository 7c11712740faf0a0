import type { Pin } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { MentionEntry } from './mention-entry.tsx';
import { useSaying } from './use-saying.ts';

/** Beginning a thread: about the whole, or about the village or place that is chosen on the map. */
export function NewThreadForm() {
  const { t } = useWords();
  const store = useAppStore();
  const chosen = useChosenPin();
  const [isPinned, setPinned] = useState(false);
  const saying = useSaying();
  const [isBusy, doing] = useBusy();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const pin: Pin = isPinned && chosen ? chosen.pin : { kind: 'whole' };
    if (await doing(() => store.getState().startThread(pin, saying.said()))) saying.clear();
  };
  return (
    <Form className="people-form" onSubmit={(event) => void submit(event)}>
      <MentionEntry label={t('threads.new')} saying={saying} />
      {chosen && (
        <RadioGroup
          className="choice-list"
          value={isPinned ? 'chosen' : 'whole'}
          onChange={(value) => setPinned(value === 'chosen')}
        >
          <Label>{t('threads.pin')}</Label>
          <Radio value="whole" className="role-choice">
            {t('threads.about.whole')}
          </Radio>
          <Radio value="chosen" className="role-choice">
            {chosen.words}
          </Radio>
        </RadioGroup>
      )}
      <div className="bar-actions">
        <Button type="submit" className="button" data-busy={isBusy}>
          {t('threads.send')}
        </Button>
      </div>
    </Form>
  );
}

/** What is chosen on the map, as something to speak about; null: nothing. */
function useChosenPin(): { readonly pin: Pin; readonly words: string } | null {
  const { t, name } = useWords();
  const area = useArea();
  const selection = useApp((state) => state.selection);
  if (selection.kind === 'point') {
    return { pin: { kind: 'place', position: selection.at }, words: t('threads.pin.point') };
  }
  const village =
    selection.kind === 'village' ? area?.villages.find(({ id }) => id === selection.id) : undefined;
  return village
    ? {
        pin: { kind: 'village', village: village.id },
        words: t('threads.pin.chosen', { name: name(village.name) }),
      }
    : null;
}
