import type { MissingVillage } from '@nitaq/core';
import { memo, useState } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { ProblemText } from '../problem-text.tsx';
import { Section, ShortList } from '../section.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { AddVillageForm } from './add-village-form.tsx';
import { AliasForm } from './alias-form.tsx';
import { DismissForm } from './dismiss-form.tsx';

/** Villages that people reported as missing, each with its place and the three answers; for those who may give them. */
export const MissingList = memo(function MissingList() {
  const { t } = useWords();
  const missing = useApp((state) => state.missing);
  if (missing === null || missing.status === 'loading') return null;
  if (missing.status === 'failed') return <ProblemText problem={missing.problem} />;
  const { value: items } = missing;
  return (
    <Section title={t('missing.title')} count={items.length}>
      <p className="quiet">{t(items.length === 0 ? 'missing.none' : 'missing.text')}</p>
      <ShortList items={items} keyOf={({ id }) => id}>
        {(one) => <MissingRow missing={one} />}
      </ShortList>
    </Section>
  );
});

const ANSWERS = ['add', 'alias', 'dismiss'] as const;
type AnswerKind = (typeof ANSWERS)[number];

function MissingRow({ missing }: { missing: MissingVillage }) {
  const { t, day } = useWords();
  const store = useAppStore();
  const [open, setOpen] = useState<AnswerKind | null>(null);
  const { name, reports, reportedAt, words, location } = missing;
  return (
    <div className="missing-row">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span className="quiet block">
          {t('missing.count', { count: reports })} ·{' '}
          {t('missing.last', { count: reports, date: day(reportedAt) })}
        </span>
      </p>
      {words.map((text) => (
        <p key={text} className="missing-words">
          {t('missing.said', { words: text })}
        </p>
      ))}
      {location === null ? (
        <p className="quiet">{t('missing.placeless')}</p>
      ) : (
        <Button
          className="text-button"
          onPress={() => void store.getState().select({ kind: 'point', at: location })}
        >
          <Icon name="pin" /> {t('missing.show', { name })}
        </Button>
      )}
      <div className="missing-answers">
        {ANSWERS.map((kind) => (
          <Button
            key={kind}
            className="button"
            data-look="small"
            aria-label={t(`missing.${kind}.of`, { name })}
            aria-expanded={open === kind}
            onPress={() => setOpen(open === kind ? null : kind)}
          >
            {t(`missing.${kind}`)}
          </Button>
        ))}
      </div>
      {open === 'add' && <AddVillageForm missing={missing} />}
      {open === 'alias' && <AliasForm missing={missing} />}
      {open === 'dismiss' && <DismissForm missing={missing} />}
    </div>
  );
}
