import { Client } from 'pg';
import { type HearNotification, NOTIFICATION_CHANNEL, type Notifications } from './notifications.ts';

const RETRY_MS = 2_000;

/** Listens on a connection of its own to a PostGIS server, from the first listener on; a lost one is made anew. */
export class ServerNotifications implements Notifications {
  readonly #databaseUrl: string;
  readonly #listeners = new Set<HearNotification>();
  #client: Client | undefined;
  #attempt = Promise.resolve();
  #listening = false;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  readonly subscribe = (hear: HearNotification): (() => void) => {
    this.#listeners.add(hear);
    const isIdle = this.#client === undefined && this.#retry === undefined && !this.#closed;
    if (isIdle) this.#attempt = this.#connect();
    return () => this.#listeners.delete(hear);
  };

  readonly settled = (): Promise<void> => this.#attempt;

  readonly isListening = (): boolean => this.#listening;

  async close(): Promise<void> {
    this.#closed = true;
    this.#listening = false;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(ignore);
  }

  async #connect(): Promise<void> {
    this.#retry = undefined;
    const client = new Client({
      connectionString: this.#databaseUrl,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: 'nitaq-events',
    });
    this.#client = client;
    client.on('notification', ({ payload }) => this.#tell(payload ?? null));
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    try {
      await client.connect();
      await client.query(`listen ${NOTIFICATION_CHANNEL}`);
      this.#listening = this.#client === client && !this.#closed;
      this.#tell(null);
    } catch {
      this.#lose(client);
    }
  }

  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#listening = false;
    void client.end().catch(ignore);
    if (this.#closed) return;
    this.#retry = setTimeout(() => void this.#connect(), RETRY_MS).unref();
  }

  #tell(payload: string | null): void {
    for (const hear of this.#listeners) hear(payload);
  }
}

/** A connection that is lost or given up has nobody to tell: another one is made. */
function ignore(): void {}
