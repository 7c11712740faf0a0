import type { Pin } from '@nitaq/core';
import { type FormEvent, useMemo, useState } from 'react';
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components';
import { chosenPins } from '../../state/chosen-pins.ts';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { MentionEntry } from './mention-entry.tsx';
import { usePinWords } from './pin-words.ts';
import { useSaying } from './use-saying.ts';

const WHOLE = 'whole';

/** Beginning a thread: about the whole, or about the village, place or border that is chosen on the map. */
export function NewThreadForm() {
  const { t } = useWords();
  const store = useAppStore();
  const pins = useChosenPins();
  const [chosen, setChosen] = useState(WHOLE);
  const saying = useSaying();
  const [isBusy, doing] = useBusy();
  const pinned = pins.find(({ kind }) => kind === chosen);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const pin: Pin = pinned ?? { kind: 'whole' };
    if (await doing(() => store.getState().startThread(pin, saying.said()))) saying.clear();
  };
  return (
    <Form className="people-form" onSubmit={(event) => void submit(event)}>
      <MentionEntry label={t('threads.new')} saying={saying} />
      {pins.length === 0 ? (
        <p className="quiet">{t('threads.pin.how')}</p>
      ) : (
        <RadioGroup className="choice-list" value={pinned?.kind ?? WHOLE} onChange={setChosen}>
          <Label>{t('threads.pin')}</Label>
          <Radio value={WHOLE} className="role-choice">
            {t('threads.about.whole')}
          </Radio>
          {pins.map((pin) => (
            <Radio key={pin.kind} value={pin.kind} className="role-choice">
              <ChosenPin pin={pin} />
            </Radio>
          ))}
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

/** What is chosen on the map, as something to speak about. */
function ChosenPin({ pin }: { pin: Pin }) {
  const { t, name } = useWords();
  const area = useArea();
  const words = usePinWords(pin);
  switch (pin.kind) {
    case 'village': {
      const village = area?.villages.find(({ id }) => id === pin.village);
      return t('threads.pin.chosen', { name: village ? name(village.name) : pin.village });
    }
    case 'place':
      return t('threads.pin.point');
    case 'border':
    case 'whole':
      return words;
  }
}

function useChosenPins() {
  const area = useApp((state) => state.area);
  const plan = useApp((state) => state.plan);
  const selection = useApp((state) => state.selection);
  const question = useApp((state) => state.question);
  const reasons = useApp((state) => state.reasons);
  const chosenReason = useApp((state) => state.chosenReason);
  return useMemo(
    () => chosenPins({ area, plan, selection, question, reasons, chosenReason }),
    [area, plan, selection, question, reasons, chosenReason],
  );
}
