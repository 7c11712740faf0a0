import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A meeting for the calendar of whoever reads it. */
  readonly icalEvent?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** Sends a mail; rejects when the server does not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

/** A mail server that does not answer must not hold up what else is to be sent. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** E-mail through an SMTP server, given as smtp://user:password@host:port, from one address. */
export function createMailer(smtpUrl: URL, from: string): SendMail {
  const transport = createTransport({ url: smtpUrl.href, ...PATIENCE });
  return async (mail) => {
    await transport.sendMail({ from, ...mail });
  };
}
