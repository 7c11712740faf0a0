import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** The address under which one's own calendar program follows the meetings. */
export function CalendarAddress() {
  const { t } = useWords();
  const store = useAppStore();
  const mayOwn = useMay('calendar.own');
  const address = useApp((state) => state.calendarAddress);
  const [isCopied, setCopied] = useState(false);
  const [isBusy, doing] = useBusy();
  if (!mayOwn) return null;
  const make = () => void doing(() => store.getState().makeCalendarAddress()).then(() => setCopied(false));
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // It stands there to be copied by hand.
    }
  };
  return (
    <section>
      <h3 className="small-title">{t('meetings.calendar')}</h3>
      <p className="quiet">{t('meetings.calendar.text')}</p>
      {address !== null && (
        <>
          <code className="calendar-address" dir="ltr">
            {address}
          </code>
          <p role="status">{t(isCopied ? 'meetings.calendar.copied' : 'meetings.calendar.once')}</p>
        </>
      )}
      <div className="bar-actions">
        {address !== null && (
          <Button className="button" data-look="primary" onPress={() => void copy(address)}>
            <Icon name={isCopied ? 'check' : 'link'} />
            {t('meetings.calendar.copy')}
          </Button>
        )}
        <Button className="button" data-busy={isBusy} onPress={make}>
          {t(address === null ? 'meetings.calendar.make' : 'meetings.calendar.again')}
        </Button>
      </div>
    </section>
  );
}
