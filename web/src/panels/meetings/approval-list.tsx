import type { MeetingRoom } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** Who of those present has approved the minutes, and approving them. */
export function ApprovalList({ room: { meeting, attendance } }: { room: MeetingRoom }) {
  const { t } = useWords();
  const store = useAppStore();
  const own = useApp((state) => state.session?.person?.id);
  const [isBusy, doing] = useBusy();
  const approvers = attendance.filter(({ approves }) => approves);
  const mine = approvers.find(({ person }) => person === own);
  const isApproved = meeting.state === 'approved';
  return (
    <section>
      <h3 className="small-title">{t('approval.title')}</h3>
      <p className="quiet">{t(isApproved ? 'approval.all' : 'approval.what')}</p>
      <ul className="people-list">
        {approvers.map(({ person, name, approval }) => (
          <li key={person} className="person-row">
            <bdi>{name}</bdi>
            <span className="carried-out" data-approval={approval}>
              <Icon name={approval === 'given' ? 'check' : 'clock'} />
              {t(`approval.${approval}`)}
            </span>
          </li>
        ))}
      </ul>
      {!isApproved && mine && mine.approval !== 'given' && (
        <Button
          className="button"
          data-look="primary"
          data-busy={isBusy}
          onPress={() => void doing(() => store.getState().approveMinutes())}
        >
          {t('approval.do')}
        </Button>
      )}
    </section>
  );
}
