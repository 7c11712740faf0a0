import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** An e-mail as it arrived. */
export interface ReceivedMail {
  readonly to: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailServer {
  readonly url: URL;
  readonly received: ReceivedMail[];
  /** From now on it takes mail, or refuses it for the time being. */
  accept(isOpen: boolean): void;
  close(): Promise<void>;
}

/** A mail server that keeps what it is sent: as much of SMTP (RFC 5321) as a client without encryption speaks. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let isOpen = true;
  const server = createServer((socket) =>
    converse(
      socket,
      () => isOpen,
      (mail) => received.push(mail),
    ),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: new URL(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`),
    received,
    accept: (open) => {
      isOpen = open;
    },
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, isOpen: () => boolean, keep: (mail: ReceivedMail) => void): void {
  let waiting = '';
  let to = '';
  let body: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (body !== null) {
      if (line !== '.') return void body.push(line.replace(/^\./, ''));
      keep({ to, ...readMail(body.join('\r\n')) });
      body = null;
      return say('250 kept');
    }
    const command = line.slice(0, 4).toUpperCase();
    if (command === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? '';
    if (command === 'DATA') body = [];
    if (command === 'MAIL' && !isOpen()) return say('451 later');
    if (command === 'DATA') return say('354 go on');
    say(command === 'QUIT' ? '221 bye' : '250 ok');
    if (command === 'QUIT') socket.end();
  };
  socket.setEncoding('latin1');
  socket.on('error', () => {});
  socket.on('data', (data) => {
    const lines = (waiting + data).split('\r\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  say('220 here');
}

interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function readMail(raw: string): Omit<ReceivedMail, 'to'> {
  const { headers, body } = partOf(raw);
  const boundary = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '')?.[1];
  const parts =
    boundary === undefined
      ? [{ headers, body }]
      : body.split(`--${boundary}`).map((part) => partOf(part.trimStart()));
  const ofType = (type: string) => {
    const part = parts.find((one) => one.headers['content-type']?.startsWith(type));
    return part === undefined ? '' : textOf(part);
  };
  return {
    headers,
    subject: decodedHeader(headers.subject ?? ''),
    text: ofType('text/plain'),
    html: ofType('text/html'),
  };
}

function partOf(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  return { headers: Object.fromEntries(headers), body: raw.slice(end + 4) };
}

function textOf({ headers, body }: Part): string {
  if (headers['content-transfer-encoding'] === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const isQuoted = headers['content-transfer-encoding'] === 'quoted-printable';
  return isQuoted ? unquoted(body.replace(/=\r\n/g, '')) : body;
}

/** Encoded words (RFC 2047). */
function decodedHeader(text: string): string {
  return text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, encoded: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(encoded, 'base64').toString('utf8')
        : unquoted(encoded.replaceAll('_', ' ')),
    );
}

function unquoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
