import { pointInPolygon, type TerritoryFeature, type Village } from '@nitaq/core';

/** The villages that are in a territory as one person drew it, and not as the other did. */
export function villagesBetween(
  mine: readonly TerritoryFeature[],
  theirs: readonly TerritoryFeature[],
  villages: readonly Village[],
): Village[] {
  const pairs = theirs.map((their) => [their, mine.find(({ id }) => id === their.id)] as const);
  return villages.filter(({ location }) => {
    const isIn = (feature: TerritoryFeature | undefined) =>
      location !== null && !!feature?.geometry && pointInPolygon(location, feature.geometry);
    return pairs.some(([their, own]) => isIn(their) !== isIn(own));
  });
}
