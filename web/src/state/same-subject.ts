import type { AgendaSubject, Position } from '@nitaq/core';

/** Whether two items of an agenda are about the same, though one may name another place of it or another plan. */
export function isSameSubject(one: AgendaSubject, other: AgendaSubject): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(about: AgendaSubject): string {
  switch (about.kind) {
    case 'gap':
      return keyOfGround('gap', [], about);
    case 'overlap':
      return keyOfGround('overlap', about.associations, about);
    case 'border':
      return keyOfGround('border', about.associations, { ...about, villages: [] });
    case 'note':
    case 'place':
    case 'village':
    case 'proposal':
    case 'initiative':
    case 'action':
    case 'zone':
    case 'missing-village':
      return JSON.stringify(about);
  }
}

/** Ground is known by whose it is and its villages; without any, by where it is, to about a kilometre. */
function keyOfGround(
  kind: AgendaSubject['kind'],
  associations: readonly string[],
  { villages, position }: { readonly villages: readonly string[]; readonly position: Position },
): string {
  const where = villages.length > 0 ? villages.toSorted() : position.map((degrees) => degrees.toFixed(2));
  return JSON.stringify([kind, associations.toSorted(), where]);
}
