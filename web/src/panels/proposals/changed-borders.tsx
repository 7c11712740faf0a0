import type { AffectedAssociation, Reason } from '@nitaq/core';
import { type ChangedBorder, changedBorders, type ReasonsOfBoth } from '../../state/changed-borders.ts';
import { reasonBorder } from '../places/reason-words.ts';
import { useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

interface ChangedBordersProps {
  readonly affected: readonly AffectedAssociation[];
  readonly reasons: ReasonsOfBoth;
}

/** Each border that a proposal changes: how much of it, and its reasons before and after. */
export function ChangedBorders({ affected, reasons }: ChangedBordersProps) {
  const { t } = useWords();
  const borders = changedBorders(affected, reasons);
  if (borders.length === 0) return null;
  return (
    <section>
      <h3 className="small-title">{t('borders.title')}</h3>
      <ul className="people-list">
        {borders.map((border) => (
          <li key={border.associations.join()}>
            <Border border={border} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Border({ border: { associations, goneM, comeM, before, after } }: { border: ChangedBorder }) {
  const words = useWords();
  const { t, distance } = words;
  const area = useArea();
  if (!area) return null;
  return (
    <>
      <p>{reasonBorder({ associations }, area, words)}</p>
      <ul className="affected-changes">
        {goneM > 0 && <li>{t('borders.gone', { length: distance(goneM) })}</li>}
        {comeM > 0 && <li>{t('borders.come', { length: distance(comeM) })}</li>}
        {before.length + after.length === 0 ? (
          <li>{t('borders.noReason')}</li>
        ) : (
          <>
            <Reasons label={t('borders.before')} reasons={before} />
            <Reasons label={t('borders.after')} reasons={after} />
          </>
        )}
      </ul>
    </>
  );
}

function Reasons({ label, reasons }: { label: string; reasons: readonly Reason[] }) {
  const { t } = useWords();
  return (
    <li>
      {label}{' '}
      {reasons.length === 0
        ? t('borders.noReason')
        : reasons.map(({ id, text }) => (
            <q key={id} dir="auto">
              {text}
            </q>
          ))}
    </li>
  );
}
