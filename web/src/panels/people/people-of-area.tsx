import { type Colleague, type Invitation, ROLES } from '@nitaq/core';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useApp, useAppStore, useArea, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { InviteForm } from './invite-form.tsx';
import { PeopleProblem } from './people-problem.tsx';
import { roleWords } from './role-words.ts';

/** Who has a role in the area, the open invitations, and inviting. */
export function PeopleOfArea() {
  const { t } = useWords();
  const store = useAppStore();
  const here = useApp((state) => state.peopleHere);
  const mayInvite = useMay('people.invite');
  useEffect(() => void store.getState().loadPeople(), [store]);
  const people = [...(here?.people ?? [])].sort((a, b) => rank(a) - rank(b));
  return (
    <div className="people-sections">
      <PeopleProblem />
      <ul className="people-list">
        {people.map((colleague) => (
          <ColleagueRow key={colleague.id} colleague={colleague} />
        ))}
      </ul>
      {here?.people.length === 0 && <p className="quiet">{t('people.list.none')}</p>}
      <OpenInvitations />
      {mayInvite && <InviteForm />}
    </div>
  );
}

function rank({ role }: Colleague): number {
  return ROLES.indexOf(role);
}

function ColleagueRow({ colleague }: { colleague: Colleague }) {
  const words = useWords();
  const { t } = words;
  const store = useAppStore();
  const area = useArea();
  const isSelf = useApp((state) => state.session?.person?.id === colleague.id);
  const mayRemove = useMay('people.remove', colleague.association);
  // What cannot be undone takes two presses, and says so in between.
  const [isSure, setSure] = useState(false);
  const { name } = colleague;
  const remove = () => (isSure ? void store.getState().removeColleague(colleague.id) : setSure(true));
  return (
    <li className="person-row">
      <span>
        <bdi>{name}</bdi>
        {isSelf && <span className="chip">{t('people.list.you')}</span>}
        <span className="quiet block">{roleWords(colleague, area, words)}</span>
      </span>
      {(mayRemove || isSelf) && (
        <Button className="button" data-look="small" onPress={remove}>
          {isSure
            ? t('people.remove.sure', { name })
            : isSelf
              ? t('people.leave')
              : t('people.remove', { name })}
        </Button>
      )}
    </li>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const words = useWords();
  const { t, day } = words;
  const store = useAppStore();
  const area = useArea();
  const mayWithdraw = useMay('people.invite', invitation.association);
  return (
    <li className="person-row">
      <span>
        {roleWords(invitation, area, words)}
        <span className="quiet block">
          <bdi>{invitation.email ?? t('people.open.anyone')}</bdi> ·{' '}
          {t('people.open.until', { date: day(invitation.expiresAt) })}
        </span>
      </span>
      {mayWithdraw && (
        <Button
          className="button"
          data-look="small"
          onPress={() => void store.getState().withdrawInvitation(invitation.id)}
        >
          {t('people.withdraw')}
        </Button>
      )}
    </li>
  );
}

function OpenInvitations() {
  const { t } = useWords();
  const invitations = useApp((state) => state.peopleHere?.invitations ?? NONE);
  return (
    <section>
      <h3 className="small-title">{t('people.open')}</h3>
      {invitations.length === 0 && <p className="quiet">{t('people.open.none')}</p>}
      <ul className="people-list">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

const NONE = [] as const;
