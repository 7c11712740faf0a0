import type { Pin } from '@nitaq/core';
import { useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** What a thread is about, in words. */
export function usePinWords(pin: Pin): string {
  const { t, name, list } = useWords();
  const area = useArea();
  switch (pin.kind) {
    case 'whole':
      return t('threads.about.whole');
    case 'place':
      return t('threads.about.place');
    case 'village': {
      const village = area?.villages.find(({ id }) => id === pin.village);
      return t('threads.about.village', { name: village ? name(village.name) : pin.village });
    }
    case 'border': {
      const names = pin.associations.map((id) => {
        const found = area?.associations.find((one) => one.id === id);
        return found ? name(found.name) : id;
      });
      return t('threads.about.border', { names: list(names) });
    }
  }
}
