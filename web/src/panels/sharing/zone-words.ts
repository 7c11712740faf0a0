import type { Association, PlanZone } from '@nitaq/core';
import type { Words } from '../words.tsx';

type Terms = Pick<PlanZone, 'lead' | 'partners' | 'services' | 'endsOn'>;

/** Who shares, what and until when, in the words of a sentence. */
export function zoneValues(
  { lead, partners, services, endsOn }: Terms,
  associations: readonly Association[],
  words: Pick<Words, 'name' | 'list' | 'dayOf'>,
) {
  const nameOf = (id: string) => {
    const found = associations.find((association) => association.id === id);
    return found ? words.name(found.name) : id;
  };
  return {
    lead: nameOf(lead),
    partners: words.list(partners.map(nameOf)),
    services: words.list(services),
    date: words.dayOf(endsOn),
  };
}
