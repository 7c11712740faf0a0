import { type AreaId, checkPosition, type Pin, snapPosition } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import { findVillage } from '../../repositories/village-repository.ts';
import { GeometryRefusal } from '../geometry-refusal.ts';
import { MemberRefusal } from '../member-refusal.ts';

/** What a thread is about, as it is stored. Errors: `GeometryRefusal`, `village-not-found`, `association-not-found`. */
export async function checkedPin(db: Database, area: AreaId, pin: Pin): Promise<Pin> {
  switch (pin.kind) {
    case 'whole':
      return pin;
    case 'village': {
      const { village } = pin;
      if ((await findVillage(db, area, village)) !== null) return pin;
      throw new MemberRefusal('/pin/village', 'village-not-found', { village });
    }
    case 'place':
      return { ...pin, position: checkedPosition(pin.position) };
    case 'border': {
      const known = new Set((await listAssociations(db, area)).map(({ id }) => id));
      const unknown = pin.associations.findIndex((association) => !known.has(association));
      if (unknown < 0) return { ...pin, position: checkedPosition(pin.position) };
      const association = pin.associations[unknown] ?? '';
      throw new MemberRefusal(`/pin/associations/${unknown}`, 'association-not-found', { association, area });
    }
  }
}

function checkedPosition(position: Extract<Pin, { kind: 'place' }>['position']) {
  const faults = checkPosition(position, '/pin/position');
  if (faults.length > 0) throw new GeometryRefusal(faults);
  return snapPosition(position);
}
