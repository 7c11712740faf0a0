import type { ApiKey, AssociationId } from '@nitaq/core';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore, useArea, useMay, useOwnRole } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { ApiKeyForm } from './api-key-form.tsx';

/** The keys of one's association, for who may manage them: what each opens, when it was used, and making and revoking them. */
export function ApiKeys() {
  const association = useOwnRole()?.association ?? null;
  const mayManage = useMay('api-keys.manage', association);
  return association !== null && mayManage ? <KeysOf association={association} /> : null;
}

function KeysOf({ association }: { association: AssociationId }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const found = useArea()?.associations.find(({ id }) => id === association);
  const keys = useApp((state) => state.apiKeys);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => void store.getState().loadApiKeys().then(setProblem), [store]);
  return (
    <section>
      <h3 className="small-title">{t('keys.title')}</h3>
      <p className="quiet">{t('keys.of', { association: found ? name(found.name) : association })}</p>
      {keys?.length === 0 && <p className="quiet">{t('keys.none')}</p>}
      <ul className="people-list">
        {keys?.map((key) => (
          <KeyRow key={key.id} apiKey={key} onProblem={setProblem} />
        ))}
      </ul>
      {problem !== null && <ProblemText problem={problem} />}
      <ApiKeyForm />
    </section>
  );
}

interface KeyRowProps {
  readonly apiKey: ApiKey;
  readonly onProblem: (problem: Problem | null) => void;
}

function KeyRow({ apiKey: { id, title, addresses, areas, lastUsedOn }, onProblem }: KeyRowProps) {
  const { t, list, dayOf, name } = useWords();
  const store = useAppStore();
  const known = useApp((state) => (state.areas.status === 'ready' ? state.areas.value : []));
  // What cannot be undone takes two presses, and says so in between.
  const [isSure, setSure] = useState(false);
  const revoke = () => (isSure ? void store.getState().revokeApiKey(id).then(onProblem) : setSure(true));
  const called = (area: string) => {
    const found = known.find((one) => one.id === area);
    return found ? name(found.name) : area;
  };
  return (
    <li className="person-row">
      <span>
        <bdi>{title}</bdi>
        <span className="quiet block">
          {t('keys.opens', { addresses: list(addresses.map((one) => t(`keys.${one}`))) })} ·{' '}
          {areas === null ? t('keys.areas.all') : t('keys.areas.some', { areas: list(areas.map(called)) })}
        </span>
        <span className="quiet block">
          {lastUsedOn === null ? t('keys.used.never') : t('keys.used', { date: dayOf(lastUsedOn) })}
        </span>
      </span>
      <Button className="button" data-look="small" onPress={revoke}>
        {t(isSure ? 'keys.revoke.sure' : 'keys.revoke', { title })}
      </Button>
    </li>
  );
}
