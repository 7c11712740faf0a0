import { memo, useMemo } from 'react';
import { SHAPE_TOOLS } from '../../state/editor/editing.ts';
import { measured } from '../../state/editor/measured.ts';
import { isOutline, sketchedLine } from '../../state/editor/sketch.ts';
import { useApp, useArea, useMediaQuery } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { measuredSentence, seatNames, snapSentence } from './drawing-words.ts';
import { NUDGES_WITH_SHIFT } from './use-drawing-keys.ts';

/** What the tool in hand does, in the status line. */
export const DrawingHint = memo(function DrawingHint() {
  const words = useWords();
  const area = useArea();
  const editing = useApp((state) => state.editing);
  const byTouch = useMediaQuery('(pointer: coarse)');
  const snap = useApp((state) => state.snap);
  const sketch = useApp((state) => state.sketch && (isOutline(state.sketch) ? 'outline' : 'sketch'));
  const aids = useApp((state) => state.aids);
  const drawn = useApp((state) => state.sketch);
  const measuring = useMemo(() => {
    const line = drawn?.tool === 'measure' ? sketchedLine(drawn, 'pointer') : [];
    return line.length < 2 ? null : measured(line);
  }, [drawn]);
  if (!area || !editing) return null;
  const { t, distance } = words;
  const hint = () => {
    if (measuring) return measuredSentence(measuring, words);
    if (snap) return snapSentence(snap, area, words);
    if (editing.dragged) return t(byTouch ? 'draw.hint.drag.touch' : 'draw.hint.drag');
    if (sketch && aids.traces) return t('draw.hint.trace');
    if (sketch) return t(byTouch ? `draw.hint.${sketch}.touch` : `draw.hint.${sketch}`);
    if (editing.tool === 'measure') return t('draw.hint.measure');
    if (editing.association === null) return t('draw.hint.choose');
    const association = seatNames([editing.association], area, words);
    if (SHAPE_TOOLS.includes(editing.tool) && aids.shapes === 'remove')
      return t('draw.hint.remove', { association });
    if (editing.tool === 'polygon' && aids.traces) return t('draw.hint.trace');
    if (editing.tool === 'villages' && aids.villagesBy === 'brush')
      return t('draw.hint.villages.brush', { association });
    if (editing.tool !== 'reshape') return t(`draw.hint.${editing.tool}`, { association });
    if (byTouch) return t('draw.hint.reshape.touch');
    const { nudgeM } = editing;
    return editing.vertex
      ? t('draw.hint.vertex', { distance: distance(nudgeM), far: distance(nudgeM * NUDGES_WITH_SHIFT) })
      : t('draw.hint.reshape');
  };
  return <span className="drawing-hint">{hint()}</span>;
});
