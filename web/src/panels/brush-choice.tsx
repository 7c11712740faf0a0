import { Radio, RadioGroup } from 'react-aria-components';
import { BRUSHES_KM } from '../state/editor/editing.ts';
import { useApp, useAppStore } from './use-app.ts';
import { useWords } from './words.tsx';

/** How wide brush and eraser are; nothing while another tool is in hand. */
export function BrushChoice() {
  const { t, distance } = useWords();
  const store = useAppStore();
  const editing = useApp((state) => state.editing);
  if (editing?.tool !== 'extend' && editing?.tool !== 'erase') return null;
  return (
    <RadioGroup
      className="brush-choice"
      orientation="horizontal"
      aria-label={t('draw.brush')}
      value={String(editing.brushKm)}
      onChange={(value) => {
        const brush = BRUSHES_KM.find((km) => String(km) === value);
        if (brush !== undefined) store.getState().chooseBrush(brush);
      }}
    >
      {BRUSHES_KM.map((km) => (
        <Radio key={km} value={String(km)} className="brush-option">
          {distance(km * 1000)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
