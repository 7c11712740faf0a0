import { Label, Radio, RadioGroup } from 'react-aria-components';
import { SHAPE_TOOLS, type Tool } from '../../state/editor/editing.ts';
import { SNAP_REACHES_PX } from '../../state/editor/snapping.ts';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

const STICKY_TOOLS: readonly Tool[] = [...SHAPE_TOOLS, 'reshape', 'cut', 'measure'];

/** How the tool in hand behaves: from how near it sticks to borders, and whether shapes are added or taken away. */
export function DrawingAids() {
  const tool = useApp((state) => state.editing?.tool);
  if (!tool) return null;
  return (
    <>
      {tool === 'villages' && <VillagesChoice />}
      {SHAPE_TOOLS.includes(tool) && <ShapesChoice />}
      {STICKY_TOOLS.includes(tool) && <SnapChoice />}
    </>
  );
}

function ShapesChoice() {
  const { t } = useWords();
  const store = useAppStore();
  const shapes = useApp((state) => state.aids.shapes);
  return (
    <RadioGroup
      className="labelled-choice"
      orientation="horizontal"
      value={shapes}
      onChange={(value) => store.getState().chooseAids({ shapes: value === 'remove' ? 'remove' : 'add' })}
    >
      <Label className="choice-label">{t('draw.shapes')}</Label>
      <div className="brush-choice">
        {(['add', 'remove'] as const).map((one) => (
          <Radio key={one} value={one} className="brush-option">
            {t(`draw.shapes.${one}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

function VillagesChoice() {
  const { t } = useWords();
  const store = useAppStore();
  const villagesBy = useApp((state) => state.aids.villagesBy);
  return (
    <RadioGroup
      className="labelled-choice"
      orientation="horizontal"
      value={villagesBy}
      onChange={(value) => store.getState().chooseAids({ villagesBy: value === 'brush' ? 'brush' : 'lasso' })}
    >
      <Label className="choice-label">{t('draw.villagesBy')}</Label>
      <div className="brush-choice">
        {(['lasso', 'brush'] as const).map((one) => (
          <Radio key={one} value={one} className="brush-option">
            {t(`draw.villagesBy.${one}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

function SnapChoice() {
  const { t, number } = useWords();
  const store = useAppStore();
  const aids = useApp((state) => state.aids);
  return (
    <RadioGroup
      className="labelled-choice"
      orientation="horizontal"
      value={aids.snaps ? String(aids.reachPx) : OFF}
      onChange={(value) => {
        const reachPx = SNAP_REACHES_PX.find((px) => String(px) === value);
        store.getState().chooseAids(reachPx === undefined ? { snaps: false } : { snaps: true, reachPx });
      }}
    >
      <Label className="choice-label">{t('draw.snap.reach')}</Label>
      <div className="brush-choice">
        <Radio value={OFF} className="brush-option">
          {t('draw.snap.off')}
        </Radio>
        {SNAP_REACHES_PX.map((px) => (
          <Radio key={px} value={String(px)} className="brush-option">
            {t('draw.snap.px', { value: number(px) })}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

const OFF = 'off';
