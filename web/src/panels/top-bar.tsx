import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { AreaTitle } from './area-title.tsx';
import { Icon, Mark } from './icons.tsx';
import { NoticeBell } from './notices/notice-bell.tsx';
import { AccountMenu } from './people/account-menu.tsx';
import { PlanSwitcher } from './plan-switcher.tsx';
import { SearchBox } from './search-box.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { ShareButton } from './share-button.tsx';
import { useAppStore, useMediaQuery } from './use-app.ts';
import { useWords } from './words.tsx';

const ROOM_FOR_SEARCH = '(min-width: 64em)';

/** Area, plan, search; link, language and display. */
export function TopBar() {
  const { t } = useWords();
  const wide = useMediaQuery(ROOM_FOR_SEARCH);
  const [searching, setSearching] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const leaveSearch = () => {
    setSearching(false);
    opener.current?.focus();
  };
  return (
    <header className="top-bar" data-searching={!wide && searching}>
      <span className="brand">
        <Mark />
        <span className="wordmark">{t('app.name')}</span>
      </span>
      <AreaTitle />
      <PlanSwitcher />
      {wide ? <SearchBox /> : searching && <SearchBox autoFocus onClose={leaveSearch} />}
      <div className="top-actions">
        {!wide && (
          <Button
            className="icon-button"
            aria-label={t('search.label')}
            ref={opener}
            onPress={() => setSearching(true)}
          >
            <Icon name="search" />
          </Button>
        )}
        <ShareButton />
        <LanguageButton />
        <SettingsMenu />
        <NoticeBell />
        <AccountMenu />
      </div>
    </header>
  );
}

/** The other language, in its own name. */
function LanguageButton() {
  const store = useAppStore();
  const { language } = useWords();
  const other = language === 'ar' ? 'en' : 'ar';
  return (
    <Button className="button" data-look="quiet" onPress={() => store.getState().setLanguage(other)}>
      <span lang={other}>{other === 'ar' ? 'العربية' : 'English'}</span>
    </Button>
  );
}
