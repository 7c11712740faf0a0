import { useEffect, useRef, useState } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import type { ReasonForm as Form } from '../../state/app-state.ts';
import { lineLengthM } from '../../state/line-length.ts';
import { ProblemText } from '../problem-text.tsx';
import { useAppStore, useArea, useMediaQuery } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { reasonBorder } from './reason-words.ts';

const LONGEST_TEXT = 500;

/** Why a stretch of border runs where it does, and how far the stretch goes. */
export function ReasonForm({ form }: { form: Form }) {
  const words = useWords();
  const { t, distance } = words;
  const store = useAppStore();
  const area = useArea();
  const byTouch = useMediaQuery('(pointer: coarse)');
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(form.reason?.text ?? '');
  useEffect(() => field.current?.focus(), []);
  if (!area) return null;
  const { line } = form.stretch;
  const save = () => void store.getState().saveReason(text.trim());
  return (
    <form
      className="reason-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') store.getState().cancelReason();
      }}
    >
      <p className="quiet">
        {reasonBorder(form.stretch, area, words)} ·{' '}
        {line.length > 1
          ? t('reasons.stretch.line', { distance: distance(lineLengthM(line)) })
          : t('reasons.stretch.point')}
      </p>
      {!form.reason && (
        <>
          <p className="quiet">{t(byTouch ? 'locks.extend.hint' : 'reasons.extend.hint')}</p>
          <div className="bar-actions">
            <Button className="button" onPress={() => store.getState().extendReasonToCorner(1)}>
              {t('reasons.extend.next')}
            </Button>
            <Button className="button" onPress={() => store.getState().extendReasonToCorner(-1)}>
              {t('reasons.extend.previous')}
            </Button>
          </div>
        </>
      )}
      <TextField className="field" value={text} onChange={setText} maxLength={LONGEST_TEXT}>
        <Label>{t('reasons.label')}</Label>
        <TextArea rows={3} dir="auto" ref={field} />
      </TextField>
      {form.problem && <ProblemText problem={form.problem} />}
      <div className="bar-actions">
        <Button
          className="button"
          data-look="primary"
          type="submit"
          isDisabled={text.trim() === '' || form.saving}
        >
          {t(form.saving ? 'place.saving' : 'reasons.save')}
        </Button>
        <Button className="button" onPress={() => store.getState().cancelReason()}>
          {t('place.cancel')}
        </Button>
      </div>
    </form>
  );
}
