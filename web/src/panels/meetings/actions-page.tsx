import type { ActionItem } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore, useOwnRole } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { ActionForm } from './action-form.tsx';
import { ActionRow } from './action-row.tsx';

/** Who does what until when: one's own, and all of the area. */
export function ActionsPage({ whose }: { whose: 'mine' | 'all' }) {
  const { t } = useWords();
  const store = useAppStore();
  const own = useApp((state) => state.ownActions) ?? [];
  const all = useApp((state) => state.actions);
  const role = useOwnRole()?.role;
  const [isAdding, setAdding] = useState(false);
  const mayAdd = role === 'council' || role === 'coordinator';
  return (
    <>
      <h2>{t(whose === 'mine' ? 'actions.mine' : 'actions.all')}</h2>
      <div className="bar-actions">
        {(['mine', 'all'] as const).map((one) => (
          <Button
            key={one}
            className="button"
            data-look={one === whose ? 'primary' : undefined}
            aria-pressed={one === whose}
            onPress={() => void store.getState().showMeetings({ kind: 'actions', whose: one })}
          >
            {t(one === 'mine' ? 'actions.mine' : 'actions.all')}
          </Button>
        ))}
      </div>
      {all?.status === 'failed' && <ProblemText problem={all.problem} />}
      {(all === null || all.status === 'loading') && <p className="quiet">{t('state.loading')}</p>}
      {all?.status === 'ready' && <Actions items={whose === 'mine' ? own : all.value} whose={whose} />}
      {mayAdd && (
        <div className="bar-actions">
          <Button className="button" aria-expanded={isAdding} onPress={() => setAdding(!isAdding)}>
            {t('actions.new')}
          </Button>
        </div>
      )}
      {mayAdd && isAdding && <ActionForm onDone={() => setAdding(false)} />}
    </>
  );
}

function Actions({ items, whose }: { items: readonly ActionItem[]; whose: 'mine' | 'all' }) {
  const { t } = useWords();
  const open = items.filter(({ state }) => state === 'open').length;
  const late = items.filter(({ timing }) => timing === 'late').length;
  if (items.length === 0) return <p className="quiet">{t(`actions.${whose}.none`)}</p>;
  return (
    <>
      <p>
        {t('actions.open.count', { count: open })}
        {late > 0 && ` · ${t('actions.late.count', { count: late })}`}
      </p>
      <ul className="rows">
        {items.map((action) => (
          <li key={action.id}>
            <ActionRow action={action} />
          </li>
        ))}
      </ul>
    </>
  );
}
