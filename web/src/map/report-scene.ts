import type { Language, ReportMap } from '@nitaq/core';
import type { Theme } from '../state/preferences.ts';
import { NOTHING } from '../state/selection.ts';
import type { Scene } from './scene.ts';

/** The map of a report as a scene: its plan, its gaps and overlaps as it says them, and nothing that is not in it. */
export function reportScene(report: ReportMap, language: Language, theme: Theme): Scene {
  const { area, boundary, land, associations, villages } = report;
  return {
    theme,
    language,
    area: { ...area, boundary },
    land: land && { geometry: land },
    associations,
    villages,
    territories: {
      features: report.territories.map(({ association, geometry }) => ({ id: association, geometry })),
    },
    coverage: {
      gaps: { features: faces(report.gaps) },
      overlaps: { features: faces(report.overlaps) },
      shared: { features: faces(report.shared) },
      slivers: { features: [] },
    },
    covered: villages.map(({ id, status, associations: those }) => ({
      id,
      status,
      associations: [...those],
    })),
    selection: NOTHING,
    ...{ missing: [], initiatives: [], reasons: [], others: [] },
    ...{ targetOutline: null, part: null, chosenReason: null, hoveredReason: null, writtenStretch: null },
    ...{ comparison: null, snap: null, sketch: null, drawing: null },
  };
}

/** A face may be in several pieces, each under a number that others have too: its place in the list tells it from them. */
function faces(those: ReportMap['gaps']) {
  return those.map(({ associations, geometry }, index) => ({
    id: String(index),
    geometry,
    properties: { associations },
  }));
}
