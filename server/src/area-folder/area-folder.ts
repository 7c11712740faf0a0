import type {
  AreaId,
  Association,
  LocalizedText,
  MultiPolygon,
  PlanId,
  Territory,
  Village,
} from '@nitaq/core';

/** Everything an area folder says, checked; all geometry on the grid. `geo-data/README.md` describes the files. */
export interface AreaFolder {
  readonly area: FolderArea;
  readonly associations: readonly FolderAssociation[];
  readonly villages: readonly FolderVillage[];
  readonly plans: readonly FolderPlan[];
}

export interface FolderArea {
  readonly id: AreaId;
  readonly name: LocalizedText;
  readonly estimated: boolean;
  readonly note: LocalizedText | null;
  readonly timeZone: string;
  readonly attribution: LocalizedText;
  readonly boundary: MultiPolygon;
  /** Land around the area, for the coast on the map. */
  readonly land: MultiPolygon | null;
}

export type FolderAssociation = Omit<Association, 'version' | 'phone'>;
export type FolderVillage = Omit<Village, 'version'>;

/** `inForceFrom` is an instant in UTC, as `Date.toISOString` writes it. */
export type FolderPlan = {
  readonly id: PlanId;
  readonly title: LocalizedText;
  readonly example: boolean;
  readonly base: PlanId | null;
  readonly territories: readonly Territory[];
} & (
  | { readonly state: 'draft'; readonly inForceFrom: null }
  | { readonly state: 'in-force'; readonly inForceFrom: string }
);
