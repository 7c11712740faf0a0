import type { FinePoint } from './fine-grid.ts';
import { type OverlayEdge, symmetricDifference } from './overlay-edge.ts';
import { compareLeaving, compareSwept, rangeThrough, type SweptEdge } from './sweep-line.ts';

/** Those within whose outlines a place lies; one object for each set, so that they compare by identity. */
export interface Label {
  readonly owners: readonly number[];
}

/** An edge and what lies on its two sides; north of an edge that runs due north is west of it. */
export interface LabelledEdge extends SweptEdge {
  readonly north: Label;
  readonly south: Label;
}

/**
 * Tells for each edge within whose outlines its two sides lie, by one sweep from west to east. The edges must have
 * nothing but ends in common; each owner's outline must be closed.
 */
export function labelEdges(edges: readonly OverlayEdge[]): LabelledEdge[] {
  const crossed = labelling();
  const labelled: LabelledEdge[] = [];
  // The edges that the sweep line cuts, from south to north.
  const cut: LabelledEdge[] = [];
  for (const { point, leaving } of eventsOf(edges)) {
    const [from, to] = rangeThrough(cut, point);
    let south = cut[from - 1]?.north ?? crossed.outside;
    const added = leaving.sort(compareLeaving(point)).map(({ low, high, owners }): LabelledEdge => {
      const edge = { low, high, south, north: crossed.by(south, owners) };
      south = edge.north;
      return edge;
    });
    cut.splice(from, to - from, ...added);
    labelled.push(...added);
  }
  return labelled;
}

interface SweepEvent {
  readonly point: FinePoint;
  readonly leaving: OverlayEdge[];
}

function eventsOf(edges: readonly OverlayEdge[]): SweepEvent[] {
  const events = new Map<string, SweepEvent>();
  const at = (point: FinePoint): SweepEvent => {
    const key = `${point.x} ${point.y}`;
    const event = events.get(key) ?? { point, leaving: [] };
    events.set(key, event);
    return event;
  };
  for (const edge of edges) {
    at(edge.low).leaving.push(edge);
    at(edge.high);
  }
  return [...events.values()].sort((a, b) => compareSwept(a.point, b.point));
}

/** Labels, each set of owners once, and which label lies behind an edge. */
function labelling() {
  const labels = new Map<string, Label>();
  const labelOf = (owners: readonly number[]): Label => {
    const label = labels.get(owners.join()) ?? { owners };
    labels.set(owners.join(), label);
    return label;
  };
  return {
    outside: labelOf([]),
    by: (label: Label, owners: readonly number[]) => labelOf(symmetricDifference(label.owners, owners)),
  };
}
