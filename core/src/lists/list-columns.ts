import type { Language } from '../model/language.ts';
import { normaliseName } from '../names/normalise-name.ts';

/** What a column of a list of places can say. */
export type ListColumn = 'longitude' | 'latitude' | 'village';

/** How people name them, in each language. */
const NAMES: Readonly<Record<Language, Readonly<Record<ListColumn, readonly string[]>>>> = {
  en: {
    longitude: ['longitude', 'lon', 'long', 'lng', 'x'],
    latitude: ['latitude', 'lat', 'y'],
    village: ['village', 'village name', 'name of village', 'place', 'place name', 'town', 'q', 'name'],
  },
  ar: {
    longitude: ['خط الطول', 'الطول', 'س'],
    latitude: ['خط العرض', 'دائرة العرض', 'العرض', 'ص'],
    village: ['القرية', 'اسم القرية', 'المكان', 'اسم المكان', 'البلدة', 'الموقع', 'الهجرة', 'الاسم'],
  },
};

const KNOWN = new Map(
  (['en', 'ar'] as const).flatMap((language) =>
    Object.entries(NAMES[language]).flatMap(([column, names]) =>
      names.map(
        (name, rank) => [normaliseName(name), { column: column as ListColumn, rank, language }] as const,
      ),
    ),
  ),
);

/** Where the columns of a list stand, by their place in a row; of a list has a point, names, or both. */
export interface ListColumns {
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly village: number | null;
  /** The language they are named in. */
  readonly language: Language;
}

/** The columns that a header names, in Arabic or English; null where they name no place. */
export function listColumns(header: readonly string[]): ListColumns | null {
  const best: Partial<Record<ListColumn, { readonly at: number; readonly rank: number }>> = {};
  let language: Language = 'en';
  for (const [at, name] of header.entries()) {
    // A sheet may write longitude_dd or Long. (°): what is in brackets is a unit.
    const known = KNOWN.get(normaliseName(name.replace(/[([].*/u, '').replaceAll('_', ' ')));
    if (known === undefined) continue;
    const { column, rank } = known;
    // Of two columns the one with the plainer name is meant: `village` before `name`.
    if ((best[column]?.rank ?? Infinity) <= rank) continue;
    best[column] = { at, rank };
    if (known.language === 'ar') language = 'ar';
  }
  const place = (column: ListColumn) => best[column]?.at ?? null;
  const isPoint = best.longitude !== undefined && best.latitude !== undefined;
  if (!isPoint && best.village === undefined) return null;
  return {
    longitude: isPoint ? place('longitude') : null,
    latitude: isPoint ? place('latitude') : null,
    village: place('village'),
    language,
  };
}
