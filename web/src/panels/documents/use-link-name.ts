import type { DocumentLink } from '@nitaq/core';
import { meetingTitle } from '../meetings/meeting-words.ts';
import { useApp } from '../use-app.ts';
import { useVillageName } from '../use-names.ts';
import { useWords } from '../words.tsx';

/** What something is called that a document is about; null: it is not there, or not to be seen. */
export function useLinkName(): (link: DocumentLink) => string | null {
  const words = useWords();
  const village = useVillageName();
  const initiatives = useApp((state) => state.initiatives);
  const meetings = useApp((state) => state.meetings);
  return ({ kind, id }) => {
    switch (kind) {
      case 'village': {
        const name = village(id);
        return name === id ? null : name;
      }
      case 'initiative':
        return initiatives?.find((one) => one.id === id)?.content.title ?? null;
      case 'meeting': {
        const all = meetings?.status === 'ready' ? meetings.value.meetings : [];
        const found = all.find((one) => one.id === id);
        return found ? meetingTitle(found, words) : null;
      }
    }
  };
}
