import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Beside the title of a draft: the ways to another title, and to be rid of it. */
export function DraftButtons() {
  const { t } = useWords();
  const store = useAppStore();
  const mayWrite = useMay('draft.edit');
  if (!mayWrite) return null;
  return (
    <div className="bar-actions">
      <Button className="button" data-look="small" onPress={() => store.getState().askAboutDraft('rename')}>
        <Icon name="pen" />
        {t('draft.rename')}
      </Button>
      <Button className="button" data-look="small" onPress={() => store.getState().askAboutDraft('delete')}>
        <Icon name="close" />
        {t('draft.delete')}
      </Button>
    </div>
  );
}
