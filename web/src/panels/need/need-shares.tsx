import type { AreaNeed, AssociationId } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { ownAssociation } from '../../state/need-slice.ts';
import { seatNames } from '../drawing/drawing-words.ts';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore, useArea, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { ShareForm } from './share-form.tsx';

type Share = AreaNeed['shares'][number];

interface NeedSharesProps {
  readonly association: AssociationId;
  readonly shares: readonly Share[];
}

/** Who sees the exact counts of an association and whose it sees, until when; and for its own people how to share them. */
export function NeedShares({ association, shares }: NeedSharesProps) {
  const { t } = useWords();
  const given = shares.filter(({ owner }) => owner === association);
  const received = shares.filter(({ reader }) => reader === association);
  const isOwn = useApp((state) => ownAssociation(state) === association);
  const mayShare = useMay('need.share') && isOwn;
  return (
    <>
      <h3 className="card-label">{t('need.shares')}</h3>
      {given.length === 0 && <p className="quiet">{t('need.shares.none')}</p>}
      {given.length + received.length > 0 && (
        <ul className="need-shares">
          {given.map((share) => (
            <li key={share.reader}>
              <GivenShare share={share} mayEnd={mayShare} />
            </li>
          ))}
          {received.map((share) => (
            <li key={share.owner}>
              <ShareLine share={share} side="received" />
            </li>
          ))}
        </ul>
      )}
      {mayShare && <ShareForm own={association} />}
    </>
  );
}

function ShareLine({ share, side }: { share: Share; side: 'given' | 'received' }) {
  const words = useWords();
  const area = useArea();
  if (!area) return null;
  const { owner, reader, until } = share;
  // Midnight belongs to the day that begins with it; what ends then is over with the day before.
  const lastDay = words.day(new Date(Date.parse(until) - 1).toISOString());
  const names = (id: AssociationId) => seatNames([id], area, words);
  return (
    <p>
      {side === 'given'
        ? words.t('need.shares.given', { reader: names(reader), date: lastDay })
        : words.t('need.shares.received', { owner: names(owner), date: lastDay })}
    </p>
  );
}

function GivenShare({ share, mayEnd }: { share: Share; mayEnd: boolean }) {
  const words = useWords();
  const store = useAppStore();
  const area = useArea();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, doing] = useBusy();
  const end = () => void doing(async () => setProblem(await store.getState().shareNeed(share.reader, null)));
  return (
    <>
      <ShareLine share={share} side="given" />
      {mayEnd && area && (
        <Button
          className="button"
          data-look="small"
          data-busy={isBusy}
          aria-label={words.t('need.shares.end.of', { reader: seatNames([share.reader], area, words) })}
          onPress={end}
        >
          {words.t('need.shares.end')}
        </Button>
      )}
      {problem && <ProblemText problem={problem} />}
    </>
  );
}
