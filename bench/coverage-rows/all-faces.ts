/** All gaps and overlaps at once: four damaged territories, and the counties with planted defects. */
import { clipper2Wasm } from '../peers/clipper2-wasm.ts';
import { mapshaper } from '../peers/mapshaper.ts';
import type { Peer, Plan } from '../peers/peer.ts';
import { turf, turfWithUnion } from '../peers/turf.ts';
import { mediansOf, timed } from '../stopwatch.ts';
import { damagedCounties, fourDamaged } from './data.ts';
import { assess, ourAreas, relativeDifference } from './our-areas.ts';
import { plantedNote } from './planted.ts';
import { type BenchOptions, msText, type Row, timesText } from './row.ts';

const WORK = 'all gaps and overlaps';

export function allFaces({ isQuick }: BenchOptions): Row[] {
  const [small, large, counties] = [fourDamaged(2_000), fourDamaged(20_000), damagedCounties()];
  const planted = plantedNote(counties);
  const rows = [
    ...against({ data: '4 × 2,000 damaged', plan: small, peer: clipper2Wasm, atLeast: 1 }),
    ...against({ data: '4 × 2,000 damaged', plan: small, peer: turfWithUnion, atLeast: 150 }),
    ...against({ data: '4 × 2,000 damaged', plan: small, peer: turf, atLeast: 150 }),
    ...against({ data: '4 × 20,000 damaged', plan: large, peer: clipper2Wasm, atLeast: 1 }),
    ...against({
      data: '4 × 20,000 damaged',
      plan: large,
      peer: turfWithUnion,
      atLeast: 100,
      isSlow: true,
      isQuick,
    }),
    ...against({ data: '4 × 20,000 damaged', plan: large, peer: turf, atLeast: 100, isSlow: true, isQuick }),
    ...against({ data: 'counties, 2 % damaged', plan: counties, peer: mapshaper, atLeast: 2 }),
    ...against({
      data: 'counties, 2 % damaged',
      plan: counties,
      peer: turf,
      atLeast: 100,
      isSlow: true,
      isQuick,
    }),
  ];
  return [
    ...rows,
    {
      work: 'every planted defect, and nothing else',
      data: 'counties, 2 % damaged',
      ours: planted.text,
      peer: '',
      measured: `${planted.missed} missed, ${planted.unexplained} unexplained`,
      target: '0 and 0',
      isReached: planted.missed === 0 && planted.unexplained === 0,
      note: planted.note,
    },
  ];
}

interface Match<Found> {
  readonly data: string;
  readonly plan: Plan;
  readonly peer: Peer<Found>;
  readonly atLeast: number;
  /** A peer of more than a few seconds: one run of it is enough, and none in a hurry. */
  readonly isSlow?: boolean;
  readonly isQuick?: boolean;
}

function against<Found>({ data, plan, peer, atLeast, isSlow = false, isQuick = false }: Match<Found>): Row[] {
  if (isSlow && isQuick) return [];
  const { result: found, ms: firstMs } = timed(() => peer.find(plan));
  const [theirs, ours] = [peer.areasOf(found, plan), ourAreas(assess(plan), peer.counts)];
  peer.release(found);
  const again = () => peer.release(peer.find(plan));
  const [oursMs = Number.NaN, theirMs = firstMs] = mediansOf(
    isSlow ? [() => assess(plan)] : [() => assess(plan), again],
  );
  const differences = {
    overlap: relativeDifference(ours.overlapKm2, theirs.overlapKm2),
    gap: relativeDifference(ours.gapKm2, theirs.gapKm2),
  };
  return [
    {
      work: WORK,
      data,
      ours: msText(oursMs),
      peer: `${peer.name} ${msText(theirMs)}`,
      measured: timesText(theirMs / oursMs),
      target: `≥ ${atLeast} ×`,
      isReached: theirMs / oursMs >= atLeast,
      note: `areas differ by ${differences.overlap.toExponential(0)} (overlap), ${differences.gap.toExponential(0)} (gap)`,
    },
  ];
}
