import type { Association } from '@nitaq/core';
import { isolate } from '../../messages/formats.ts';
import { parsePhone } from '../../state/phone-number.ts';
import { useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { StatementForm } from './statement-form.tsx';

/** The telephone of an association, to call; for its own people to state. */
export function AssociationPhone({ association: { id, phone, version } }: { association: Association }) {
  const { t } = useWords();
  const store = useAppStore();
  const mayState = useMay('phone.state', id);
  return (
    <>
      {phone !== null && (
        <p className="card-link">
          <a href={`tel:${phone}`}>{t('phone.call', { phone: isolate(phone, 'ltr') })}</a>
        </p>
      )}
      {phone === null && mayState && <p className="quiet">{t('phone.none')}</p>}
      {mayState && (
        <StatementForm
          key={`${id} ${version}`}
          title={t('phone.edit')}
          label={t('phone.label')}
          hint={t('phone.hint')}
          wrong={t('phone.wrong')}
          inputMode="tel"
          typed={phone ?? ''}
          parse={parsePhone}
          save={(stated) => store.getState().statePhone(id, stated)}
        />
      )}
    </>
  );
}
