import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useMay, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Below the title of a draft: the way to the others. */
export function ProposeButton() {
  const { t } = useWords();
  const store = useAppStore();
  const mayOpen = useMay('proposal.open');
  const isDrawing = useApp((state) => state.editing !== null);
  const plan = usePlan()?.plan;
  if (!mayOpen || isDrawing || plan?.state !== 'draft') return null;
  return (
    <Button className="button" onPress={() => store.getState().setProposing(true)}>
      <Icon name="link" />
      {t('propose.start')}
    </Button>
  );
}
