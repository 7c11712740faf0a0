import type { Association } from '@nitaq/core';
import { parseCount } from '../../state/need-entry.ts';
import { StatementForm } from '../places/statement-form.tsx';
import { useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** How many orphans an association can care for, to state or to correct. */
export function CapacityForm({ association: { id, capacity } }: { association: Association }) {
  const { t, typed } = useWords();
  const store = useAppStore();
  return (
    <StatementForm
      title={t('need.capacity.edit')}
      label={t('need.capacity.label')}
      hint={t('need.capacity.hint')}
      wrong={t('need.capacity.wrong')}
      inputMode="numeric"
      typed={capacity === null ? '' : typed(capacity)}
      parse={parseCount}
      save={(stated) => store.getState().stateCapacity(id, stated)}
    />
  );
}
