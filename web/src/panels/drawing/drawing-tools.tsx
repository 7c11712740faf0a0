import { Button, Group, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { TOOLS, type Tool } from '../../state/editor/editing.ts';
import { Icon, type IconName } from '../icons.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { TOOL_KEYS } from './use-drawing-keys.ts';

/** Each tool's icon bears its name. */
const ICONS: Readonly<Record<Tool, IconName & Tool>> = {
  villages: 'villages',
  reshape: 'reshape',
  draw: 'draw',
  polygon: 'polygon',
  circle: 'circle',
  rectangle: 'rectangle',
  extend: 'extend',
  erase: 'erase',
  cut: 'cut',
  merge: 'merge',
  measure: 'measure',
};

/** The tools of drawing in a slim column on the map: each with its key, and what can be taken back. */
export function DrawingTools() {
  const { t } = useWords();
  const store = useAppStore();
  const editing = useApp((state) => state.editing);
  if (!editing) return null;
  const { done, steps } = editing.history;
  const step = (by: 1 | -1) => store.getState().goToProblem(by);
  return (
    <Group className="drawing-tools" aria-label={t('draw.tools')}>
      <ToggleButtonGroup
        className="tool-group"
        aria-label={t('draw.tools')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[editing.tool]}
        onSelectionChange={(keys) => {
          const [tool] = keys;
          if (tool !== undefined) store.getState().chooseTool(tool as Tool);
        }}
      >
        {TOOLS.map((tool) => (
          <ToggleButton
            key={tool}
            id={tool}
            className="tool-button"
            aria-label={t('draw.key', { action: t(`draw.tool.${tool}`), key: TOOL_KEYS[tool] })}
          >
            <Icon name={ICONS[tool]} />
            <span aria-hidden="true">{t(`draw.tool.${tool}`)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="tool-group">
        <ActionButton action="undo" isDisabled={done === 0} onPress={() => store.getState().undo()} />
        <ActionButton
          action="redo"
          isDisabled={done === steps.length}
          onPress={() => store.getState().redo()}
        />
        <ActionButton action="previous" onPress={() => step(-1)} />
        <ActionButton action="next" onPress={() => step(1)} />
      </div>
    </Group>
  );
}

/** The key of each action. */
const ACTION_KEYS = { undo: 'Ctrl+Z', redo: 'Ctrl+Y', previous: 'Shift+N', next: 'N' } as const;

interface ActionProps {
  readonly action: keyof typeof ACTION_KEYS;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

function ActionButton({ action, isDisabled = false, onPress }: ActionProps) {
  const { t } = useWords();
  const name = t(`draw.${action}`);
  return (
    <Button
      className="tool-button"
      aria-label={t('draw.key', { action: name, key: ACTION_KEYS[action] })}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      <Icon name={action} />
      <span aria-hidden="true">{name}</span>
    </Button>
  );
}
