import type { App } from '../../src/routes/context.ts';
import { signedIn } from './people.ts';

export interface ReceivedEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

export interface OpenStream {
  readonly response: Response;
  /** The events so far. */
  readonly events: ReceivedEvent[];
  /** Everything as it came, comments too. */
  readonly text: () => string;
  /** The id that a browser would send when it connects again. */
  readonly lastEventId: () => string | undefined;
  /** Resolves when so many events are there. */
  readonly received: (count: number) => Promise<ReceivedEvent[]>;
  readonly close: () => void;
  /** Resolves when the service has ended the stream, or it was closed. */
  readonly ended: Promise<void>;
}

/** Where an app listens that other processes could reach. */
export async function listen(app: App): Promise<string> {
  return app.listen({ port: 0, host: '127.0.0.1' });
}

/** Opens the event stream of the shipped area at an address, and reads it as a browser does. */
export async function openStream(
  address: string,
  { query = 'area=al-lith', lastEventId }: { query?: string; lastEventId?: string | undefined } = {},
): Promise<OpenStream> {
  const closing = new AbortController();
  const response = await fetch(`${address}/api/v1/events?${query}`, {
    signal: closing.signal,
    headers: {
      accept: 'text/event-stream',
      cookie: signedIn.cookie,
      'accept-encoding': 'gzip, br',
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  });
  const events: ReceivedEvent[] = [];
  const waiting = new Set<() => void>();
  let text = '';
  let parsed = 0;
  let lastId = lastEventId;
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf('\n\n', parsed); end >= 0; end = text.indexOf('\n\n', parsed)) {
        const block = parse(text.slice(parsed, end));
        parsed = end + 2;
        lastId = block.id ?? lastId;
        if (block.data !== null) events.push({ id: block.id, event: block.event, data: block.data });
      }
      for (const check of waiting) check();
    }
  };
  return {
    response,
    events,
    text: () => text,
    lastEventId: () => lastId,
    received: (count) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () =>
            reject(
              new Error(
                `Only ${events.length} events of ${count}: ${text.slice(0, 300)} … ${text.slice(-300)}`,
              ),
            ),
          20_000,
        );
        const check = () => {
          if (events.length < count) return;
          clearTimeout(late);
          waiting.delete(check);
          resolve(events);
        };
        waiting.add(check);
        check();
      }),
    close: () => closing.abort(),
    ended: read().catch(() => {}),
  };
}

function parse(block: string): { id: string | null; event: string; data: ReceivedEvent['data'] | null } {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  const data = fields.get('data');
  return {
    id: fields.get('id') ?? null,
    event: fields.get('event') ?? 'message',
    data: data === undefined ? null : JSON.parse(data),
  };
}
