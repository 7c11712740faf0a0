import { type RefObject, useEffect, useState } from 'react';

/** What the page needs of the map; who draws it is not the page's concern. */
export interface MountedMap {
  setLabel(label: string): void;
  focus(): void;
  remove(): void;
}
export type MountMap = (container: HTMLElement) => Promise<MountedMap>;

type Mounting = { status: 'loading' } | { status: 'failed' } | { status: 'ready'; map: MountedMap };

/** The map in an element of the page, from when that is there until it goes. */
export function useMountedMap(mountMap: MountMap, host: RefObject<HTMLDivElement | null>): Mounting {
  const [mounting, setMounting] = useState<Mounting>({ status: 'loading' });
  useEffect(() => {
    const container = host.current;
    if (!container) return;
    let gone = false;
    let mounted: MountedMap | null = null;
    mountMap(container).then(
      (map) => {
        mounted = map;
        if (gone) map.remove();
        else setMounting({ status: 'ready', map });
      },
      (error: unknown) => {
        console.warn(error);
        setMounting({ status: 'failed' });
      },
    );
    return () => {
      gone = true;
      mounted?.remove();
    };
  }, [mountMap, host]);
  return mounting;
}
