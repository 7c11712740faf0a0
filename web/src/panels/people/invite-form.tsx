import { type AreaRole, type AssociationId, ROLES, type Role } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components';
import { may } from '../../state/people-slice.ts';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** Inviting somebody: to which role, of which association, and by which address. */
export function InviteForm() {
  const { t, name } = useWords();
  const store = useAppStore();
  const area = useArea();
  const state = useApp((now) => now);
  const made = useApp((now) => now.invitationMade);
  const associations = (area?.associations ?? []).filter(({ id }) => may(state, 'people.invite', id));
  const roles = ROLES.filter((role) => isOfAssociation(role) || may(state, 'people.invite', null));
  const [role, setRole] = useState<Role>('coordinator');
  const [association, setAssociation] = useState<AssociationId | null>(associations[0]?.id ?? null);
  const [email, setEmail] = useState('');
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const to = roleOf(role, association);
    if (to) void doing(() => store.getState().invite(to, email.trim() || null));
  };
  return (
    <section>
      <h3 className="small-title">{t('people.invite')}</h3>
      <Form className="people-form" onSubmit={submit}>
        <RadioGroup
          className="choice-list"
          value={role}
          onChange={(value) => setRole(ROLES.find((one) => one === value) ?? 'observer')}
        >
          <Label>{t('people.invite.role')}</Label>
          {roles.map((one) => (
            <Radio key={one} value={one} className="role-choice">
              {t(`people.role.${one}`)}
              <span className="quiet block">{t(`people.role.${one}.what`)}</span>
            </Radio>
          ))}
        </RadioGroup>
        {isOfAssociation(role) && (
          <RadioGroup
            className="choice-list"
            value={association}
            onChange={(value) => setAssociation(associations.find(({ id }) => id === value)?.id ?? null)}
          >
            <Label>{t('people.invite.association')}</Label>
            {associations.map((one) => (
              <Radio key={one.id} value={one.id} className="role-choice">
                {name(one.name)}
              </Radio>
            ))}
          </RadioGroup>
        )}
        <TextEntry
          label={t('people.invite.email')}
          type="email"
          autoComplete="off"
          isRequired={false}
          value={email}
          onChange={setEmail}
        />
        <div className="bar-actions">
          <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
            {t('people.invite.make')}
          </Button>
        </div>
      </Form>
      {made &&
        (made.link === null ? <p role="status">{t('people.invite.sent')}</p> : <Link link={made.link} />)}
    </section>
  );
}

function Link({ link }: { link: string }) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true));
  return (
    <div role="status" className="made-link">
      <p>{t('people.invite.link')}</p>
      <code dir="ltr">{link}</code>
      <Button className="button" onPress={copy}>
        {t(isCopied ? 'people.invite.copied' : 'people.invite.copy')}
      </Button>
    </div>
  );
}

function isOfAssociation(role: Role): role is 'coordinator' | 'member' {
  return role === 'coordinator' || role === 'member';
}

function roleOf(role: Role, association: AssociationId | null): AreaRole | null {
  if (!isOfAssociation(role)) return { role, association: null };
  return association === null ? null : { role, association };
}
