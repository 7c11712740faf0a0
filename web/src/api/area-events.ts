import type { AreaEvent, PresenceEvent } from '@nitaq/core';

/** What others do in an area. */
export type HeardEvent = AreaEvent | { readonly kind: 'presence'; readonly data: PresenceEvent };

const KINDS = [
  'territories',
  'plan',
  'place',
  'reason',
  'zone',
  'proposal',
  'need',
  'missing-village',
  'meeting',
  'action',
  'initiative',
  'document',
  'reset',
  'presence',
] as const;
const AGAIN_MS = 5_000;

/**
 * Tells what others do in an area, from now on; what happened during a break is told when it is over. Returns how to
 * stop. Nothing of what this client did itself is told.
 */
export function listenToArea(area: string, client: string, hear: (event: HeardEvent) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const open = () => {
    source = new EventSource(`/api/v1/events?${new URLSearchParams({ area, client })}`);
    for (const kind of KINDS) {
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        const event = { kind, data: JSON.parse(data) } as HeardEvent;
        if (!('client' in event.data) || event.data.client !== client) hear(event);
      });
    }
    // The browser comes back by itself after a break, but not after a refusal.
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED || isStopped) return;
      clearTimeout(timer);
      timer = setTimeout(open, AGAIN_MS);
    });
  };

  open();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
