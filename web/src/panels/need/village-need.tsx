import type { VillageId } from '@nitaq/core';
import { countedVillages } from '../../state/known-need.ts';
import { mayCount } from '../../state/need-slice.ts';
import { useApp } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { isVague, KnownCounts } from './known-counts.tsx';
import { NeedFailure } from './need-failure.tsx';
import { NeedForm } from './need-form.tsx';

/** How many need care in a village, as far as one may know it, and a form for whoever may count them. */
export function VillageNeed({ id }: { id: VillageId }) {
  const { t, round } = useWords();
  const status = useApp(({ need }) => need?.status ?? null);
  const known = useApp((state) => countedVillages(state).get(id));
  // Who covers it in the plan in force, which the question about it has answered.
  const isMine = useApp((state) => {
    const { question, day } = state;
    // What is counted is counted today.
    if (question?.status !== 'ready' || day !== null) return false;
    return mayCount(
      state,
      question.value.associations.map((one) => one.id),
    );
  });
  if (status === null || status === 'loading') return null;
  return (
    <section className="need" aria-labelledby="village-need">
      <h3 className="card-label" id="village-need">
        {t('need.village')}
      </h3>
      {status === 'failed' && <NeedFailure />}
      {known ? (
        <>
          <KnownCounts counts={known} />
          <p className="quiet">{t('need.round', { round: round(known.round) })}</p>
          {isVague(known) && <p className="quiet">{t('need.bands')}</p>}
        </>
      ) : (
        status === 'ready' && <p className="quiet">{t('need.uncounted')}</p>
      )}
      {isMine && status === 'ready' && <NeedForm key={id} village={id} known={known ?? null} />}
    </section>
  );
}
