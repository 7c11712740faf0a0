import type { AgendaItemId, Minute } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

interface MinuteConflictProps {
  readonly item: AgendaItemId;
  readonly text: string;
  readonly theirs: Minute;
}

/** Two wrote about the same item: both texts, and which is to stay. */
export function MinuteConflict({ item, text, theirs }: MinuteConflictProps) {
  const { t } = useWords();
  const store = useAppStore();
  const settle = (choice: 'mine' | 'theirs' | 'both') => () => store.getState().settleMinute(item, choice);
  return (
    <div className="minute-conflict" role="alert">
      <p>{t('minutes.conflict', { name: theirs.by?.name ?? t('minutes.conflict.somebody') })}</p>
      <dl>
        <dt>{t('minutes.theirs')}</dt>
        <dd>
          <bdi>{theirs.text}</bdi>
        </dd>
        <dt>{t('minutes.mine')}</dt>
        <dd>
          <bdi>{text}</bdi>
        </dd>
      </dl>
      <div className="bar-actions">
        <Button className="button" data-look="primary" onPress={settle('both')}>
          {t('minutes.keep.both')}
        </Button>
        <Button className="button" onPress={settle('mine')}>
          {t('minutes.keep.mine')}
        </Button>
        <Button className="button" onPress={settle('theirs')}>
          {t('minutes.keep.theirs')}
        </Button>
      </div>
    </div>
  );
}
