import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Signing in; or who is signed in, with what is theirs. */
export function AccountMenu() {
  const { t } = useWords();
  const store = useAppStore();
  const session = useApp((state) => state.session);
  const seesPeople = useMay('people.read');
  if (session === null) return null;
  const { openPeopleDialog, signOut } = store.getState();
  if (session.person === null) {
    return (
      <Button
        className="button sign-in-button"
        onPress={() => openPeopleDialog({ kind: 'sign-in', step: 'password' })}
      >
        <Icon name="person" />
        <span>{t('people.signIn')}</span>
      </Button>
    );
  }
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={t('people.menu', { name: session.person.name })}>
        <Icon name="person" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <p className="menu-name">
          <bdi>{session.person.name}</bdi>
        </p>
        <Menu className="menu">
          {seesPeople && (
            <MenuItem className="menu-item" onAction={() => openPeopleDialog({ kind: 'people' })}>
              {t('people.people')}
            </MenuItem>
          )}
          <MenuItem className="menu-item" onAction={() => openPeopleDialog({ kind: 'account' })}>
            {t('people.account')}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => void signOut()}>
            {t('people.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
