import { Button } from 'react-aria-components';
import type { DraftNews as News } from '../../state/drafts.ts';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords, type Words } from '../words.tsx';

/** One quiet line about what became of the draft that was shown. */
export function DraftNews() {
  const words = useWords();
  const store = useAppStore();
  const news = useApp((state) => state.draftNews);
  const isDrawing = useApp((state) => state.editing !== null);
  if (!news || isDrawing) return null;
  return (
    <div className="notice">
      <Icon name="info" />
      <span>{newsSentence(news, words)}</span>
      <Button
        className="icon-button"
        aria-label={words.t('place.close')}
        onPress={() => store.getState().dismissDraftNews()}
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}

export function newsSentence({ kind, title }: News, { t, name }: Pick<Words, 't' | 'name'>): string {
  switch (kind) {
    case 'deleted':
      return t('draft.deleted', { title: name(title) });
    case 'deleted-by-others':
      return t('draft.deletedByOthers', { title: name(title) });
    case 'renamed-by-others':
      return t('draft.renamedByOthers', { title: name(title) });
  }
}
