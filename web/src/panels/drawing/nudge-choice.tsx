import { Radio, RadioGroup } from 'react-aria-components';
import { NUDGES_M } from '../../state/editor/editing.ts';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** How far an arrow key moves a point; nothing while another tool is in hand. */
export function NudgeChoice() {
  const { t, distance } = useWords();
  const store = useAppStore();
  const editing = useApp((state) => state.editing);
  if (editing?.tool !== 'reshape') return null;
  return (
    <RadioGroup
      className="brush-choice nudge-choice"
      orientation="horizontal"
      aria-label={t('draw.nudge')}
      value={String(editing.nudgeM)}
      onChange={(value) => {
        const nudge = NUDGES_M.find((metres) => String(metres) === value);
        if (nudge !== undefined) store.getState().chooseNudge(nudge);
      }}
    >
      <span className="quiet" aria-hidden="true">
        {t('draw.nudge')}
      </span>
      {NUDGES_M.map((metres) => (
        <Radio key={metres} value={String(metres)} className="brush-option">
          {distance(metres)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
