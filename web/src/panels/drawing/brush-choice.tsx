import { Label, Radio, RadioGroup } from 'react-aria-components';
import { BRUSHES_KM, type Tool } from '../../state/editor/editing.ts';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

const BRUSHES: readonly Tool[] = ['extend', 'erase'];

/** How wide the brush is, of ground or of villages, and the eraser; nothing while another tool is in hand. */
export function BrushChoice() {
  const { t, distance } = useWords();
  const store = useAppStore();
  const editing = useApp((state) => state.editing);
  const brushesVillages = useApp(({ aids }) => aids.villagesBy === 'brush');
  if (!editing) return null;
  const isBrush = editing.tool === 'villages' ? brushesVillages : BRUSHES.includes(editing.tool);
  if (!isBrush) return null;
  return (
    <RadioGroup
      className="labelled-choice"
      orientation="horizontal"
      value={String(editing.brushKm)}
      onChange={(value) => {
        const brush = BRUSHES_KM.find((km) => String(km) === value);
        if (brush !== undefined) store.getState().chooseBrush(brush);
      }}
    >
      <Label className="choice-label">{t('draw.brush')}</Label>
      <div className="brush-choice">
        {BRUSHES_KM.map((km) => (
          <Radio key={km} value={String(km)} className="brush-option">
            {distance(km * 1000)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
