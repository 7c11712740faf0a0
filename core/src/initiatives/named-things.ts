import type { AreaId } from '../model/ids.ts';

/** What is named in an initiative: something of an area, by its id there. */
interface NamedThing<Id extends string> {
  readonly area: AreaId;
  readonly id: Id;
}

/** How something is named in an initiative that is read in an area: by its id, or with its own area before it. */
export function nameIn<Id extends string>(here: AreaId, { area, id }: NamedThing<Id>): Id {
  return area === here ? id : (`${area}/${id}` as Id);
}

/** The area that a name has before it; null where it is of the area in which one reads. */
export function areaNamed(name: string): AreaId | null {
  const at = name.indexOf('/');
  return at < 0 ? null : (name.slice(0, at) as AreaId);
}

/** What a name stands for in an initiative that is read in an area. */
export function thingNamed<Id extends string>(here: AreaId, name: Id): NamedThing<Id> {
  const area = areaNamed(name);
  return area === null ? { area: here, id: name } : { area, id: name.slice(area.length + 1) as Id };
}
