import type {
  Area,
  AreaId,
  Association,
  CoverageReport,
  FaceFeature,
  Plan,
  TerritoryFeature,
  Village,
} from '@nitaq/core';
import { type MapFeature, mapFeature } from './feature.ts';

/** What features say of their plan. */
export interface ToldPlan extends Pick<Plan, 'id' | 'version' | 'title' | 'state'> {
  readonly inForceFrom?: string;
  readonly inForceTo?: string | null;
}

/** A plan in its area. */
export interface AreaPlan {
  readonly area: AreaId;
  readonly plan: ToldPlan;
}

export function areaFeature({
  id,
  name,
  estimated,
  areaKm2,
  timeZone,
  attribution,
  boundary,
}: Area): MapFeature {
  return mapFeature([id], boundary, {
    area: id,
    name_ar: name.ar,
    name_en: name.en,
    estimated,
    area_km2: areaKm2,
    time_zone: timeZone,
    attribution_ar: attribution.ar,
    attribution_en: attribution.en,
  });
}

export function territoryFeature(
  { area, plan }: AreaPlan,
  { id, geometry, properties: { areaKm2 } }: TerritoryFeature,
  association: Pick<Association, 'name' | 'colour'> | undefined,
): MapFeature {
  return mapFeature([area, plan.id, id], geometry, {
    area,
    plan: plan.id,
    association: id,
    name_ar: association?.name.ar ?? id,
    name_en: association?.name.en ?? id,
    colour: association?.colour ?? null,
    area_km2: areaKm2,
    ...planProperties(plan),
  });
}

export function villageFeature(
  area: AreaId,
  { id, name, aliases, kind, centre, location }: Village,
  coverage: CoverageReport['villages'][number] | undefined,
): MapFeature {
  return mapFeature([area, id], location && { type: 'Point', coordinates: location }, {
    area,
    village: id,
    name_ar: name.ar,
    name_en: name.en,
    aliases: listed(aliases),
    kind,
    centre,
    status: coverage?.status ?? null,
    associations: listed(coverage?.associations ?? []),
  });
}

export function faceFeature(
  { area, plan }: AreaPlan,
  { id, geometry, properties: { associations, areaKm2, meanWidthM, villages } }: FaceFeature,
): MapFeature {
  return mapFeature([area, plan.id, id], geometry, {
    area,
    plan: plan.id,
    area_km2: areaKm2,
    mean_width_m: meanWidthM,
    villages: villages.length,
    ...(associations.length > 0 && { associations: listed(associations) }),
    ...planProperties(plan),
  });
}

export function seatFeature(area: AreaId, { id, name, seat, phone, colour }: Association): MapFeature {
  return mapFeature([area, id], seat.location && { type: 'Point', coordinates: seat.location }, {
    area,
    association: id,
    name_ar: name.ar,
    name_en: name.en,
    seat_ar: seat.name.ar,
    seat_en: seat.name.en,
    phone,
    colour,
  });
}

function planProperties(plan: ToldPlan) {
  return {
    plan_ar: plan.title.ar,
    plan_en: plan.title.en,
    plan_state: plan.state,
    in_force_from: plan.inForceFrom ?? null,
    in_force_to: plan.inForceTo ?? null,
  };
}

/** A list as the one text that tables of GIS programs hold; null: none. */
function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(', ');
}
