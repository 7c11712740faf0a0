import type { LocalizedText, Queryables } from '@nitaq/core';

export const KINDS = ['areas', 'territories', 'villages', 'gaps', 'overlaps', 'seats'] as const;
export type CollectionKind = (typeof KINDS)[number];

interface KindDescription {
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly geometry: 'point' | 'polygon';
  readonly queryables: Queryables;
  /** Its features are of a plan that is or was in force for a time. */
  readonly isTemporal: boolean;
}

const AS_OF: LocalizedText = {
  ar: 'المعامل datetime يسأل عن يوم أو مدة؛ وبدونه: الآن.',
  en: 'The parameter datetime asks as of a day, or for a span; without it: now.',
};
const names = { name_ar: 'string', name_en: 'string' } as const;
const ofPlan = {
  plan_ar: 'string',
  plan_en: 'string',
  plan_state: 'string',
  in_force_from: 'instant',
  in_force_to: 'instant',
} as const;
const face = {
  area: 'string',
  plan: 'string',
  area_km2: 'number',
  mean_width_m: 'number',
  villages: 'integer',
  ...ofPlan,
  geometry: 'geometry',
} as const;

/** What each kind of collection has. */
export const COLLECTION_KINDS: Readonly<Record<CollectionKind, KindDescription>> = {
  areas: {
    title: { ar: 'مناطق التخطيط', en: 'Planning areas' },
    description: {
      ar: 'حدود كل منطقة تُغطّى كاملة.',
      en: 'The boundary of each area that must be covered completely.',
    },
    geometry: 'polygon',
    isTemporal: false,
    queryables: {
      area: 'string',
      ...names,
      estimated: 'boolean',
      area_km2: 'number',
      time_zone: 'string',
      attribution_ar: 'string',
      attribution_en: 'string',
      geometry: 'geometry',
    },
  },
  territories: {
    title: { ar: 'النطاقات السارية', en: 'Territories in force' },
    description: {
      ar: `نطاق كل جمعية في الخطة السارية. ${AS_OF.ar}`,
      en: `The territory of each association in the plan in force. ${AS_OF.en}`,
    },
    geometry: 'polygon',
    isTemporal: true,
    queryables: {
      area: 'string',
      plan: 'string',
      association: 'string',
      ...names,
      colour: 'integer',
      area_km2: 'number',
      ...ofPlan,
      geometry: 'geometry',
    },
  },
  villages: {
    title: { ar: 'القرى', en: 'Villages' },
    description: {
      ar: 'كل قرية، وتغطيتها في الخطة السارية الآن. والقرى التي لم يُحدَّد موقعها ترد بلا شكل.',
      en: 'Every village with its coverage in the plan in force now. Those without a location come without a geometry.',
    },
    geometry: 'point',
    isTemporal: false,
    queryables: {
      area: 'string',
      village: 'string',
      ...names,
      aliases: 'string',
      kind: 'string',
      centre: 'string',
      status: 'string',
      associations: 'string',
      geometry: 'geometry',
    },
  },
  gaps: {
    title: { ar: 'الفجوات', en: 'Gaps' },
    description: {
      ar: `ما لا يغطيه أي نطاق سارٍ. ${AS_OF.ar}`,
      en: `What no territory in force covers. ${AS_OF.en}`,
    },
    geometry: 'polygon',
    isTemporal: true,
    queryables: face,
  },
  overlaps: {
    title: { ar: 'التداخلات', en: 'Overlaps' },
    description: {
      ar: `ما يغطيه نطاقان ساريان أو أكثر بلا اتفاق. ${AS_OF.ar}`,
      en: `What two or more territories in force cover without an agreement. ${AS_OF.en}`,
    },
    geometry: 'polygon',
    isTemporal: true,
    queryables: { ...face, associations: 'string' },
  },
  seats: {
    title: { ar: 'مقار الجمعيات', en: 'Seats of associations' },
    description: { ar: 'مقر كل جمعية وهاتفها.', en: 'The seat of each association, and its telephone.' },
    geometry: 'point',
    isTemporal: false,
    queryables: {
      area: 'string',
      association: 'string',
      ...names,
      seat_ar: 'string',
      seat_en: 'string',
      phone: 'string',
      colour: 'integer',
      geometry: 'geometry',
    },
  },
};
