import type { AssociationId, Position } from '@nitaq/core';
import { expect, test, vi } from 'vitest';
import { drawingStore } from '../../../test/fixtures/drawing-store.ts';
import type { AppStore } from '../app-state.ts';

const A = 'a' as AssociationId;
const B = 'b' as AssociationId;

function click(store: AppStore, ...points: readonly Position[]) {
  for (const point of points) store.getState().addPoint(point);
}

function report(store: AppStore) {
  const { plan } = store.getState();
  if (plan.status !== 'ready' || !plan.value) throw new Error('No plan is shown');
  return plan.value.coverage;
}

function owners(store: AppStore, village: string) {
  return report(store).villages.find(({ id }) => id === village)?.associations;
}

function along(store: AppStore) {
  return store.getState().sketch?.legs.at(-1)?.along?.join(' ') ?? null;
}

test('clicked points become ground when the first is clicked again, as one step', async () => {
  const store = await drawingStore({ tool: 'polygon' });
  click(store, [3, 0], [4, 0], [4, 1], [3, 1], [3, 0]);
  expect(store.getState().sketch).toBeNull();
  expect(report(store).gaps.features).toEqual([]);
  expect(store.getState().editing?.history.steps).toHaveLength(1);
});

test('what would come of a sketch is seen at once, and gone when it is dropped', async () => {
  const store = await drawingStore({ tool: 'polygon' });
  click(store, [3, 0], [4, 0]);
  store.getState().aimAt([4, 1]);
  expect(report(store).totals.gapKm2).toBeLessThan(7000);
  expect(store.getState().editing?.history.steps).toEqual([]);
  store.getState().takeBackPoint();
  expect(store.getState().sketch?.legs).toEqual([]);
  store.getState().cancelSketch();
  expect(report(store).gaps.features).toHaveLength(1);
  expect(owners(store, 'far')).toEqual([]);
  expect(store.getState().beneath).toBeNull();
});

test('what cannot be drawn stays as a sketch, to be mended', async () => {
  const store = await drawingStore({ tool: 'polygon' });
  click(store, [3, 0], [4, 1], [4, 0], [3, 1]);
  store.getState().finishSketch();
  expect(store.getState().editing?.notice).toEqual({ kind: 'refused', reason: 'ring-crosses-itself' });
  store.getState().takeBackPoint();
  expect(store.getState().sketch?.legs).toHaveLength(2);
});

test('undo takes back the last point before it takes back a step', async () => {
  const store = await drawingStore({ tool: 'polygon' });
  store.getState().edit({ kind: 'assign-gap', at: [3.5, 0.5], to: B });
  click(store, [3, 0], [4, 0]);
  store.getState().undo();
  store.getState().undo();
  expect(store.getState().sketch).toBeNull();
  expect(store.getState().editing?.history.done).toBe(1);
  store.getState().undo();
  expect(store.getState().editing?.history.done).toBe(0);
});

test('a shape that is taken away leaves a hole', async () => {
  const store = await drawingStore({ tool: 'polygon' });
  store.getState().chooseAids({ shapes: 'remove' });
  click(store, [2.2, 0.2], [2.8, 0.2], [2.8, 0.8], [2.2, 0.8], [2.2, 0.2]);
  expect(owners(store, 'east')).toEqual([]);
  expect(report(store).gaps.features).toHaveLength(2);
});

test('a border is followed between two points on it, and the other way around when asked to', async () => {
  const store = await drawingStore({ tool: 'polygon' });
  store.getState().chooseAids({ traces: true });
  click(store, [2.5, 0], [3, 0.4]);
  expect(along(store)).toBe('3,0');
  store.getState().turnTrace();
  expect(along(store)).toBe('1,0 1,1 3,1');
  store.getState().turnTrace();
  expect(along(store)).toBe('3,0');
  click(store, [3.7, 0.4]);
  expect(along(store)).toBeNull();
});

test('clicked on again, the first point closes an outline along the border', async () => {
  const store = await drawingStore({ tool: 'polygon' });
  store.getState().chooseAids({ traces: true });
  click(store, [3, 0.2], [3.6, 0.5], [3, 0.8]);
  store.getState().aimAt([3, 0.2]);
  expect(store.getState().sketch?.ahead?.along).toEqual([]);
  store.getState().turnTrace();
  expect(store.getState().sketch?.ahead?.along?.join(' ')).toBe('3,1 1,1 1,0 3,0');
  store.getState().turnTrace();
  click(store, [3, 0.2]);
  expect(owners(store, 'far')).toEqual([B]);
});

test('a cut and a measurement are drawn by clicked points too', async () => {
  const store = await drawingStore({ tool: 'cut', association: A });
  click(store, [1.2, -0.5], [1.5, 0.5], [1.2, 1.5]);
  store.getState().finishSketch();
  expect(store.getState().editing?.cut?.along).toHaveLength(3);
  store.getState().chooseTool('measure');
  click(store, [1, 0], [1, 1]);
  store.getState().finishSketch();
  expect(store.getState().editing?.notice).toMatchObject({ kind: 'measured' });
  expect(store.getState().sketch).toBeNull();
});

test('a circle of some kilometres is drawn around a place, after it was seen', async () => {
  const store = await drawingStore({ tool: 'circle' });
  store.getState().previewCircle([3.5, 0.5], 20);
  expect(owners(store, 'far')).toEqual([B]);
  expect(store.getState().editing?.history.done).toBe(0);
  store.getState().drawCircle([3.5, 0.5], 20);
  expect(owners(store, 'far')).toEqual([B]);
  const [gap] = report(store).gaps.features;
  const least = 110.57 * 111.32 - Math.PI * 20 * 20;
  expect(gap?.properties.areaKm2).toBeCloseTo(least, -2);
});

test('what a stroke would come to is not saved before it ends', async () => {
  const store = await drawingStore({ tool: 'extend', association: A });
  store.getState().previewStroke([[3.5, 0.5]]);
  expect(owners(store, 'far')).toEqual([A]);
  store.getState().retrySaving();
  store.getState().stopEditing();
  await vi.waitFor(() => expect(owners(store, 'far')).toEqual([]));
});

test('a drag over villages gives those that it passes, or those that it goes around', async () => {
  const store = await drawingStore({ tool: 'villages' });
  // Across the village in the gap, at 3.5; around it lies nothing.
  const across: readonly Position[] = [
    [3.45, 0.5],
    [3.55, 0.5],
  ];
  store.getState().endStroke(across);
  expect(report(store).gaps.features).toHaveLength(1);
  store.getState().chooseAids({ villagesBy: 'brush' });
  store.getState().endStroke(across);
  const far = report(store).villages.find(({ id }) => String(id) === 'far');
  expect(far).toMatchObject({ status: 'covered', associations: [B] });
});

test('what was measured stays on the map with its figures, until it is sent away or another tool is taken', async () => {
  const store = await drawingStore({ tool: 'measure' });
  const line: readonly Position[] = [
    [1, 0],
    [1, 1],
  ];
  store.getState().releaseStroke(line);
  expect(store.getState().editing?.notice).toMatchObject({ kind: 'measured', line });
  store.getState().chooseTool('reshape');
  expect(store.getState().editing?.notice).toBeNull();
});
