import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { noticeSentence } from './drawing-words.ts';

/** One quiet line about what was just drawn, with the way back beside it. */
export function DrawingNotice() {
  const words = useWords();
  const store = useAppStore();
  const area = useArea();
  const notice = useApp((state) => state.editing?.notice ?? null);
  if (!area || !notice) return null;
  return (
    <div className="notice" data-kind={notice.kind}>
      <Icon name={notice.kind === 'done' || notice.kind === 'undone' ? 'check' : 'info'} />
      <span>{noticeSentence(notice, area, words)}</span>
      {notice.kind === 'done' && (
        <Button className="button" data-look="quiet" onPress={() => store.getState().undo()}>
          {words.t('draw.undo')}
        </Button>
      )}
      <Button
        className="icon-button"
        aria-label={words.t('place.close')}
        onPress={() => store.getState().dismissNotice()}
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}
