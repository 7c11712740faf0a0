import { Clipper64, ClipType, FillRule, type Paths64 } from 'clipper2-ts';

/** What two sets of rings have in common. Outer rings must run counter-clockwise and holes clockwise, here and below. */
export function intersection(a: Paths64, b: Paths64): Paths64 {
  return execute(ClipType.Intersection, a, b);
}

/** What the first set of rings has and the second has not. */
export function difference(a: Paths64, b: Paths64): Paths64 {
  return execute(ClipType.Difference, a, b);
}

/** What any of the rings encloses. */
export function union(paths: Paths64): Paths64 {
  return execute(ClipType.Union, paths, []);
}

function execute(operation: ClipType, subject: Paths64, clip: Paths64): Paths64 {
  const clipper = new Clipper64();
  // Points on straight edges stay, so that neighbours keep the same points on a border that they share.
  clipper.preserveCollinear = true;
  clipper.addSubject(subject);
  clipper.addClip(clip);
  const result: Paths64 = [];
  if (!clipper.execute(operation, FillRule.NonZero, result)) throw new Error('The overlay of polygons failed');
  return result;
}
