import type { Pin } from '@nitaq/core';
import { type ChosenThings, chosenSubjects } from './chosen-subjects.ts';

/** What can be spoken about of what is chosen on the map, what most likely is meant first; the whole is not among it. */
export function chosenPins(state: ChosenThings): Exclude<Pin, { kind: 'whole' }>[] {
  return chosenSubjects(state).flatMap((subject): Exclude<Pin, { kind: 'whole' }>[] => {
    switch (subject.kind) {
      case 'village':
      case 'place':
        return [subject];
      case 'gap':
      case 'overlap':
        return [{ kind: 'place', position: subject.position }];
      case 'border':
        // More than two have no border with each other.
        return subject.associations.length > 2 ? [] : [subject];
      default:
        return [];
    }
  });
}
