import type { CoverageReport, FaceFeature, Position, SharedFeature, SliverFeature } from '@nitaq/core';

/** What the person has chosen, on the map or in a list. */
export type Selection =
  | { readonly kind: 'none' }
  | FaceSelection
  | { readonly kind: 'village'; readonly id: string }
  | { readonly kind: 'association'; readonly id: string }
  /** A part of a territory that lies apart; its id is that of `state/detached-parts.ts`. */
  | { readonly kind: 'part'; readonly id: string }
  | { readonly kind: 'point'; readonly at: Position };

export interface FaceSelection {
  readonly kind: 'gap' | 'overlap' | 'shared' | 'sliver';
  readonly id: string;
}

export const NOTHING: Selection = { kind: 'none' };

/** The selection as it stands in a share link, for example `village:ghumayqah`; empty for none. */
export function formatSelection(selection: Selection): string {
  switch (selection.kind) {
    case 'none':
      return '';
    case 'point':
      return `point:${selection.at.map((degrees) => degrees.toFixed(5)).join(',')}`;
    case 'gap':
    case 'overlap':
    case 'shared':
    case 'sliver':
    case 'village':
    case 'association':
    case 'part':
      return `${selection.kind}:${selection.id}`;
  }
}

/** Reads what `formatSelection` wrote; anything else selects nothing. */
export function parseSelection(text: string): Selection {
  const [kind, ...rest] = text.split(':');
  const id = rest.join(':');
  switch (kind) {
    case 'gap':
    case 'overlap':
    case 'shared':
    case 'sliver':
    case 'village':
    case 'association':
    case 'part':
      return id === '' ? NOTHING : { kind, id };
    case 'point': {
      const [longitude = Number.NaN, latitude = Number.NaN] = id.split(',').map(Number);
      const onEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
      return onEarth ? { kind, at: [longitude, latitude] } : NOTHING;
    }
    default:
      return NOTHING;
  }
}

/** Whether two selections mean the same thing. */
export function isSameSelection(a: Selection, b: Selection): boolean {
  return formatSelection(a) === formatSelection(b);
}

/** The gap, overlap, shared place or sliver that is selected, if the report has it. */
export function faceOf(
  report: CoverageReport,
  selection: Selection,
): FaceFeature | SharedFeature | SliverFeature | undefined {
  switch (selection.kind) {
    case 'gap':
      return report.gaps.features.find((face) => face.id === selection.id);
    case 'overlap':
      return report.overlaps.features.find((face) => face.id === selection.id);
    case 'shared':
      return report.shared.features.find((face) => face.id === selection.id);
    case 'sliver':
      return report.slivers.features.find((face) => face.id === selection.id);
    case 'none':
    case 'village':
    case 'association':
    case 'part':
    case 'point':
      return undefined;
  }
}
