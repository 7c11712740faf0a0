import { type Notice, noticeText } from '@nitaq/core';
import { Button } from 'react-aria-components';
import type { ShownNotices } from '../../state/notices.ts';
import { useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

interface NoticeListProps {
  readonly notices: ShownNotices;
  readonly onFollowed: () => void;
}

/** Notices in sentences, the newest first, each a way to what it is about. */
export function NoticeList({ notices: { items, next, unread }, onFollowed }: NoticeListProps) {
  const { t } = useWords();
  const store = useAppStore();
  const { followNotice, loadOlderNotices, readAllNotices } = store.getState();
  const follow = (notice: Notice) => {
    onFollowed();
    void followNotice(notice);
  };
  if (items.length === 0) return <p className="quiet">{t('notices.none')}</p>;
  return (
    <>
      {unread > 0 && (
        <Button className="button" data-look="small" onPress={() => void readAllNotices()}>
          {t('notices.readAll')}
        </Button>
      )}
      <ul className="people-list">
        {items.map((notice) => (
          <li key={notice.id}>
            <NoticeRow notice={notice} onFollow={follow} />
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button className="button" data-look="small" onPress={() => void loadOlderNotices()}>
          {t('notices.older')}
        </Button>
      )}
    </>
  );
}

function NoticeRow({ notice, onFollow }: { notice: Notice; onFollow: (notice: Notice) => void }) {
  const words = useWords();
  const { t, day, language } = words;
  return (
    <Button className="row-button notice-row" data-read={notice.read} onPress={() => onFollow(notice)}>
      <span className="block">{noticeText(notice, language, words)}</span>
      <span className="quiet notice-when">
        {!notice.read && <span className="chip">{t('notices.new')}</span>} {day(notice.at)}
      </span>
    </Button>
  );
}
