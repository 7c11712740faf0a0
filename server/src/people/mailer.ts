import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends a mail; rejects when the server does not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

/** E-mail through an SMTP server, given as smtp://user:password@host:port, from one address. */
export function createMailer(smtpUrl: URL, from: string): SendMail {
  const transport = createTransport(smtpUrl.href);
  return async (mail) => {
    await transport.sendMail({ from, ...mail });
  };
}
