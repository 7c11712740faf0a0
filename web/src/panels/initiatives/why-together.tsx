import type { JointNeed } from '@nitaq/core';
import { AssociationName } from '../coverage/badges.tsx';
import { countSentence } from '../need/need-words.ts';
import { useWords } from '../words.tsx';
import { rangeWords } from './initiative-words.ts';

/** The orphans in the villages of an initiative against what each can carry alone, and what all together. */
export function WhyTogether({ why }: { why: JointNeed | null }) {
  const words = useWords();
  const { t } = words;
  if (why === null) return null;
  const { need, villages, parties, together } = why;
  const free = (range: JointNeed['parties'][number]['free']) =>
    range === null ? t('initiatives.why.unknown') : rangeWords(range, words);
  return (
    <section>
      <h3 className="small-title">{t('initiatives.why')}</h3>
      {villages.counted === 0 ? (
        <p className="quiet">{t('initiatives.why.none')}</p>
      ) : (
        <>
          <p>{t('initiatives.why.need', { orphans: countSentence('orphans', need, words) })}</p>
          {villages.uncounted > 0 && (
            <p className="quiet">{t('initiatives.why.uncounted', { count: villages.uncounted })}</p>
          )}
          <table className="initiative-table">
            <thead>
              <tr>
                <th scope="col">{t('initiatives.why.association')}</th>
                <th scope="col">{t('initiatives.why.free')}</th>
                <th scope="col">{t('initiatives.why.carries')}</th>
              </tr>
            </thead>
            <tbody>
              {parties.map(({ association, free: range, carries }) => (
                <tr key={association}>
                  <th scope="row">
                    <AssociationName id={association} />
                  </th>
                  <td>{free(range)}</td>
                  <td>{t(`initiatives.why.${carries}`)}</td>
                </tr>
              ))}
              <tr className="initiative-sum">
                <th scope="row">{t('initiatives.why.together')}</th>
                <td>{free(together.free)}</td>
                <td>{t(`initiatives.why.${together.carries}`)}</td>
              </tr>
            </tbody>
          </table>
          <p className="quiet">{t('initiatives.why.hint')}</p>
        </>
      )}
    </section>
  );
}
