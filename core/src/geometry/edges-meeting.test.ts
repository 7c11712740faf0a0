import { expect, test } from 'vitest';
import { multiPolygon, rectangle } from '../../test/fixtures/rectangles.ts';
import { edgesMeeting } from './edges-meeting.ts';

const outline = multiPolygon([rectangle(40, 20, 42, 22), rectangle(40.5, 20.5, 41, 21)]);

test('finds the edges of outer rings and holes near a place, and none elsewhere', () => {
  const near = (x: number, y: number) =>
    edgesMeeting(outline, { minX: x - 0.1, minY: y - 0.1, maxX: x + 0.1, maxY: y + 0.1 }).map(String);
  expect(near(41.5, 20)).toEqual(['40,20,42,20']);
  expect(near(41, 20.75)).toEqual(['41,20.5,41,21']);
  expect(near(42, 22).sort()).toEqual(['42,20,42,22', '42,22,40,22']);
  expect(near(41.5, 21.5)).toEqual([]);
  expect(edgesMeeting(multiPolygon(), { minX: 0, minY: 0, maxX: 90, maxY: 90 })).toEqual([]);
});
