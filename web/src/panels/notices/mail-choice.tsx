import { NOTICE_MAILS } from '@nitaq/core';
import { useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** How one is told of notices by e-mail. */
export function MailChoice() {
  const { t } = useWords();
  const title = useId();
  const store = useAppStore();
  const choice = useApp((state) => state.noticeChoice);
  const sendsMail = useApp((state) => state.session?.mail ?? false);
  if (choice === null) return null;
  if (!sendsMail) {
    return (
      <section>
        <h3 className="small-title">{t('notices.mail')}</h3>
        <p className="quiet">{t('notices.mail.impossible')}</p>
      </section>
    );
  }
  const choose = (value: string) => {
    const mail = NOTICE_MAILS.find((one) => one === value);
    if (mail) void store.getState().chooseNoticeMail(mail);
  };
  return (
    <section>
      <h3 className="small-title" id={title}>
        {t('notices.mail')}
      </h3>
      <RadioGroup className="choice-list" aria-labelledby={title} value={choice.mail} onChange={choose}>
        {NOTICE_MAILS.map((mail) => (
          <Radio key={mail} value={mail} className="role-choice">
            <span className="block">{t(`notices.mail.${mail}`)}</span>
            <span className="quiet block">{t(`notices.mail.${mail}.what`)}</span>
          </Radio>
        ))}
      </RadioGroup>
    </section>
  );
}
