import { edgeLengthM } from '../geometry/length.ts';
import { type BorderEdge, edgesApart, edgesOf, sharedEdges } from '../geometry/shared-edges.ts';
import type { Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { BorderChange } from '../model/proposal-changes.ts';
import type { Territory } from '../model/territory.ts';

/** Shorter changes come of vertices that were cut into a border and rounded. */
const LEAST_CHANGE_M = 1;

/** The borders between two associations that run otherwise in one plan than in the other, in the order of the ids. */
export function borderChanges(before: readonly Territory[], after: readonly Territory[]): BorderChange[] {
  const [old, anew] = [outlinesOf(before), outlinesOf(after)];
  const ids = [...new Set([...old.keys(), ...anew.keys()])].sort();
  const same = new Set(ids.filter((id) => isSameOutline(old.get(id)?.territory, anew.get(id)?.territory)));
  return ids.flatMap((one, i) =>
    ids.slice(i + 1).flatMap((other): BorderChange[] => {
      if (same.has(one) && same.has(other)) return [];
      const [was, is] = [borderIn(old, one, other), borderIn(anew, one, other)];
      const [gone, come] = [edgesApart(was, is), edgesApart(is, was)];
      if (lengthM([...gone, ...come]) < LEAST_CHANGE_M) return [];
      return [{ associations: [one, other], gone: linesOf(gone), come: linesOf(come) }];
    }),
  );
}

interface Outline {
  readonly territory: Territory;
  readonly edges: readonly BorderEdge[];
}

function outlinesOf(territories: readonly Territory[]): Map<AssociationId, Outline> {
  return new Map(
    territories.map((territory) => [
      territory.association,
      { territory, edges: edgesOf(territory.geometry) },
    ]),
  );
}

function isSameOutline(one: Territory | undefined, other: Territory | undefined): boolean {
  return JSON.stringify(one?.geometry.coordinates) === JSON.stringify(other?.geometry.coordinates);
}

function borderIn(
  outlines: ReadonlyMap<AssociationId, Outline>,
  one: AssociationId,
  other: AssociationId,
): BorderEdge[] {
  return sharedEdges(outlines.get(one)?.edges ?? [], outlines.get(other)?.edges ?? []);
}

function lengthM(edges: readonly BorderEdge[]): number {
  return edges.reduce((sum, [from, to]) => sum + edgeLengthM(from, to), 0);
}

/** Edges that follow each other, in one line. */
export function linesOf(edges: readonly BorderEdge[]): Position[][] {
  const lines: Position[][] = [];
  for (const [from, to] of edges) {
    const line = lines.at(-1);
    const end = line?.at(-1);
    if (line && end && end[0] === from[0] && end[1] === from[1]) line.push(to);
    else lines.push([from, to]);
  }
  return lines;
}
