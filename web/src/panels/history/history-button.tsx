import { Button } from 'react-aria-components';
import type { HistorySubject } from '../../state/history-of.ts';
import { Icon } from '../icons.tsx';
import { useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** The way to a history, for those who may read it. */
export function HistoryButton({ of }: { of: Exclude<HistorySubject, { kind: 'border' }> }) {
  const { t } = useWords();
  const store = useAppStore();
  const mayRead = useMay('record.read');
  if (!mayRead) return null;
  return (
    <Button
      className="button history-button"
      data-look="quiet"
      onPress={() => void store.getState().showHistory(of)}
    >
      <Icon name="clock" />
      {t(`history.${of.kind}`)}
    </Button>
  );
}
