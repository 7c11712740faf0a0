/** The one channel on which the processes of a database tell each other something. */
export const NOTIFICATION_CHANNEL = 'nitaq';

/** Called with each payload; with null when some may have been missed. */
export type HearNotification = (payload: string | null) => void;

/** What other transactions of the database tell, in this process and in others. */
export interface Notifications {
  /** Hears everything from now on; returns what ends it. */
  readonly subscribe: (hear: HearNotification) => () => void;
  /** Resolves when listening has begun, or has failed for now. */
  readonly settled: () => Promise<void>;
  /** False while what is told is missed. */
  readonly isListening: () => boolean;
}
