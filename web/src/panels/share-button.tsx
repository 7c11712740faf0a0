import { useState } from 'react';
import { Button } from 'react-aria-components';
import { currentLink } from '../state/current-link.ts';
import { formatShareLink } from '../state/share-link.ts';
import { Icon } from './icons.tsx';
import { useAppStore } from './use-app.ts';
import { useWords } from './words.tsx';

const SHOWN_MS = 4000;
type Copying = 'idle' | 'copied' | 'failed';

/** Copies the link to what is on the screen. */
export function ShareButton() {
  const { t } = useWords();
  const store = useAppStore();
  const [copying, setCopying] = useState<Copying>('idle');
  const copy = async () => {
    const link = new URL(formatShareLink(currentLink(store.getState())), location.href);
    try {
      await navigator.clipboard.writeText(link.href);
      setCopying('copied');
    } catch {
      setCopying('failed');
    }
    setTimeout(() => setCopying('idle'), SHOWN_MS);
  };
  return (
    <span className="share">
      <Button className="icon-button" aria-label={t('share.copy')} onPress={() => void copy()}>
        <Icon name={copying === 'copied' ? 'check' : 'link'} />
      </Button>
      <span className="bubble" role="status" data-shown={copying !== 'idle'}>
        {copying !== 'idle' && t(`share.${copying}`)}
      </span>
    </span>
  );
}
