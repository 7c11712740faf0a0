import type {
  Association,
  FaceFeature,
  Language,
  MissingVillage,
  MultiPolygon,
  Position,
  TerritoryFeature,
  Village,
  VillageCoverage,
} from '@nitaq/core';
import type { AppState, AreaData } from '../state/app-state.ts';
import { partNow } from '../state/detached-parts.ts';
import type { Editing } from '../state/editor/editing.ts';
import { initiativesOnMap, type Targeted } from '../state/initiatives-on-map.ts';
import { type Theme, themeOf } from '../state/preferences.ts';
import { NOTHING, type Selection } from '../state/selection.ts';
import { type ShownReason, shownReasons } from '../state/shown-reasons.ts';

/** Without a version it is as it was on some day, and never read from the tiles of today. */
export type SceneVillage = Pick<Village, 'id' | 'name' | 'kind' | 'location'> &
  Partial<Pick<Village, 'version'>>;

export type SceneFace = Pick<FaceFeature, 'id' | 'geometry'> & {
  readonly properties: Pick<FaceFeature['properties'], 'associations'>;
};

interface SceneTerritories {
  readonly features: readonly Pick<TerritoryFeature, 'id' | 'geometry'>[];
}

/** What a report of coverage says that can be drawn. */
export interface SceneCoverage {
  readonly gaps: { readonly features: readonly SceneFace[] };
  readonly overlaps: { readonly features: readonly SceneFace[] };
  readonly shared: { readonly features: readonly SceneFace[] };
  readonly slivers: {
    readonly features: readonly (SceneFace & { readonly properties: { readonly kind: 'gap' | 'overlap' } })[];
  };
}

/** What the map draws: a part of the state, flat, with what is not loaded yet left empty. */
export interface Scene {
  readonly theme: Theme;
  readonly language: Language;
  readonly area: Pick<AreaData['area'], 'id' | 'bbox' | 'boundary'> | null;
  readonly land: Pick<NonNullable<AreaData['land']>, 'geometry'> | null;
  readonly associations: readonly Pick<Association, 'id' | 'name' | 'seat' | 'colour'>[];
  readonly villages: readonly SceneVillage[];
  /** Villages that were reported and are not known yet. */
  readonly missing: readonly MissingVillage[];
  /** The joint initiatives that are shown. */
  readonly initiatives: readonly Targeted[];
  /** The corners of the area that is being drawn for one. */
  readonly targetOutline: AppState['targetOutline'];
  readonly territories: SceneTerritories | null;
  readonly coverage: SceneCoverage | null;
  /** How each village is covered: by what would come of a stroke, too. */
  readonly covered: readonly VillageCoverage[];
  readonly selection: Selection;
  /** The part of a territory that is chosen. */
  readonly part: MultiPolygon | null;
  /** Why borders run where they do. */
  readonly reasons: readonly ShownReason[];
  readonly chosenReason: AppState['chosenReason'];
  readonly hoveredReason: AppState['hoveredReason'];
  /** The stretch a reason is being written for. */
  readonly writtenStretch: readonly Position[] | null;
  /** The plan that the one shown is compared with. */
  readonly comparison: SceneTerritories | null;
  /** Those who draw on the same plan. */
  readonly others: AppState['others'];
  /** What the hand that draws sticks to. */
  readonly snap: AppState['snap'];
  /** What is drawn point by point. */
  readonly sketch: AppState['sketch'];
  /** Null while nothing is drawn. */
  readonly drawing: Pick<
    Editing,
    | 'tool'
    | 'association'
    | 'vertex'
    | 'dragged'
    | 'before'
    | 'cut'
    | 'lockedStretches'
    | 'stretch'
    | 'saving'
    | 'notice'
  > | null;
}

const NO_ASSOCIATIONS: readonly Association[] = [];
const NO_VILLAGES: readonly Village[] = [];
const NO_COVERAGE: readonly VillageCoverage[] = [];
const NO_MISSING: readonly MissingVillage[] = [];
const NO_INITIATIVES: readonly Targeted[] = [];
const NO_REASONS: readonly ShownReason[] = [];
const NO_OTHERS: AppState['others'] = [];

export function sceneOf(whole: AppState): Scene {
  const { ahead } = whole;
  const state: AppState = ahead ? { ...whole, plan: { status: 'ready', value: ahead } } : whole;
  const area = state.area.status === 'ready' ? state.area.value : null;
  const plan = state.plan.status === 'ready' ? state.plan.value : null;
  // What a stroke would change is drawn over the plan beneath: so the map need not read that anew in every frame.
  const beneath = state.beneath ?? plan;
  return {
    theme: themeOf(state.preferences.theme, state.systemDark),
    language: state.preferences.language,
    area: area?.area ?? null,
    land: area?.land ?? null,
    associations: area?.associations ?? NO_ASSOCIATIONS,
    villages: area?.villages ?? NO_VILLAGES,
    missing: state.missing?.status === 'ready' ? state.missing.value : NO_MISSING,
    initiatives: initiativesOnMap(state),
    targetOutline: state.targetOutline,
    territories: beneath?.territories ?? null,
    coverage: beneath?.coverage ?? null,
    covered: plan?.coverage.villages ?? NO_COVERAGE,
    selection: state.selection,
    part: state.selection.kind === 'part' ? (partNow(state, state.selection.id)?.geometry ?? null) : null,
    comparison: (state.comparisonView === 'dashed' && state.comparison?.territories) || null,
    reasons: shownReasons(state),
    chosenReason: state.chosenReason,
    hoveredReason: state.hoveredReason,
    writtenStretch: state.reasonForm?.stretch.line ?? null,
    others: state.others,
    snap: state.snap,
    sketch: state.sketch,
    drawing: state.editing,
  };
}

/** What the map of the other plan draws: that plan, with nothing that belongs to the one shown. */
export function comparisonSceneOf(state: AppState): Scene {
  const { comparison, selection } = state;
  const isOfPlan =
    selection.kind === 'village' || selection.kind === 'point' || selection.kind === 'association';
  return {
    ...sceneOf({ ...state, selection: isOfPlan ? selection : NOTHING }),
    territories: comparison?.territories ?? null,
    coverage: comparison?.coverage ?? null,
    covered: comparison?.coverage?.villages ?? NO_COVERAGE,
    comparison: null,
    initiatives: NO_INITIATIVES,
    targetOutline: null,
    reasons: NO_REASONS,
    writtenStretch: null,
    others: NO_OTHERS,
    drawing: null,
  };
}

/** The place of an association in the palette. */
export function colourPlaces(
  associations: readonly Pick<Association, 'id' | 'colour'>[],
): ReadonlyMap<string, number> {
  return new Map(associations.map((association) => [association.id, association.colour]));
}
