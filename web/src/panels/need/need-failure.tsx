import { Button } from 'react-aria-components';
import { useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Said in the place of counts that could not be had. */
export function NeedFailure() {
  const { t } = useWords();
  const store = useAppStore();
  return (
    <div className="need-failure">
      <p className="quiet">{t('need.failed')}</p>
      <Button className="button" data-look="small" onPress={() => void store.getState().loadNeed()}>
        {t('state.retry')}
      </Button>
    </div>
  );
}
