import { useEffect } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { NoticeList } from './notice-list.tsx';

/** How many are new is said up to here; beyond it nobody counts. */
const MOST_SAID = 99;

/** What the person is told, behind a bell that says how much of it is new. */
export function NoticeBell() {
  const { t, number, language } = useWords();
  const store = useAppStore();
  const person = useApp((state) => state.session?.person?.id ?? null);
  const notices = useApp((state) => state.notices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: e-mail follows the language of the page
  useEffect(() => {
    if (person !== null) void store.getState().loadNoticeChoice();
  }, [store, person, language]);
  if (person === null || notices === null) return null;
  const { unread } = notices;
  return (
    <DialogTrigger>
      <Button className="icon-button notice-bell" aria-label={t('notices.bell', { count: unread })}>
        <Icon name="bell" />
        {unread > 0 && (
          <span className="notice-count" aria-hidden="true">
            {unread > MOST_SAID ? `${number(MOST_SAID)}+` : number(unread)}
          </span>
        )}
      </Button>
      <Popover className="popover" data-kind="notices" placement="bottom end">
        <Dialog className="notices">
          {({ close }) => (
            <>
              <Heading slot="title" className="notices-title">
                {t('notices.title')}
              </Heading>
              <NoticeList notices={notices} onFollowed={close} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
