import type { MissingVillage } from '@nitaq/core';
import { useState } from 'react';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useWords } from '../words.tsx';
import { SettlementForm } from './settlement-form.tsx';

/** That a report is of no village, and why. */
export function DismissForm({ missing }: { missing: MissingVillage }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  return (
    <SettlementForm
      missing={missing}
      label={t('missing.dismiss.of', { name: missing.name })}
      save={t('missing.dismiss.save')}
      settlement={() => (reason.trim() === '' ? null : { answer: 'dismissed', reason: reason.trim() })}
    >
      <TextEntry
        label={t('missing.dismiss.reason')}
        hint={t('missing.dismiss.hint')}
        autoComplete="off"
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </SettlementForm>
  );
}
