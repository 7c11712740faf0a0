import type { CoverageStatus } from '@nitaq/core';
import type { Theme } from '../state/preferences.ts';

/** Images are drawn when the map first asks for them; their names say everything that is needed to draw them. */
export type ImageName =
  | { readonly kind: 'dots'; readonly theme: Theme }
  | { readonly kind: 'stripes' | 'bands'; readonly theme: Theme; readonly places: readonly number[] }
  | { readonly kind: 'village'; readonly theme: Theme; readonly status: CoverageStatus }
  | { readonly kind: 'reason' | 'lock' | 'barred'; readonly theme: Theme }
  | { readonly kind: 'magnet'; readonly theme: Theme; readonly part: SnapPart }
  | { readonly kind: 'house'; readonly theme: Theme; readonly place: number };

type SnapPart = 'vertex' | 'edge';

const STATUSES: readonly CoverageStatus[] = ['covered', 'overlap', 'gap', 'outside', 'unlocated'];

export function dotsImage(theme: Theme): string {
  return `dots:${theme}`;
}

export function stripesImage(theme: Theme, places: readonly number[]): string {
  return `stripes:${theme}:${places.join(',')}`;
}

/** Wide bands of an agreement: the lead's, as wide as all others together. */
export function bandsImage(theme: Theme, places: readonly number[]): string {
  return `bands:${theme}:${places.join(',')}`;
}

export function villageImage(theme: Theme, status: CoverageStatus): string {
  return `village:${theme}:${status}`;
}

export function reasonImage(theme: Theme): string {
  return `reason:${theme}`;
}

export function lockImage(theme: Theme): string {
  return `lock:${theme}`;
}

/** Bars across a line. */
export function barredImage(theme: Theme): string {
  return `barred:${theme}`;
}

export function magnetImage(theme: Theme, part: SnapPart): string {
  return `magnet:${theme}:${part}`;
}

export function houseImage(theme: Theme, place: number): string {
  return `house:${theme}:${place}`;
}

/** What a name asks for; null when it is none of ours. */
export function parseImageName(name: string): ImageName | null {
  const [kind, theme, detail = ''] = name.split(':');
  if (theme !== 'light' && theme !== 'dark') return null;
  switch (kind) {
    case 'dots':
    case 'reason':
    case 'lock':
    case 'barred':
      return { kind, theme };
    case 'stripes':
    case 'bands':
      return { kind, theme, places: detail.split(',').map(Number) };
    case 'village': {
      const status = STATUSES.find((candidate) => candidate === detail);
      return status ? { kind, theme, status } : null;
    }
    case 'magnet':
      return { kind, theme, part: detail === 'vertex' ? 'vertex' : 'edge' };
    case 'house':
      return { kind, theme, place: Number(detail) };
    default:
      return null;
  }
}
