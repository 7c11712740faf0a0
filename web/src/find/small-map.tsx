import type { Association, Position } from '@nitaq/core';
import { useEffect, useState } from 'react';
import { territoryColours } from '../style/tokens.ts';
import { type DrawnTerritory, groundOf } from './ask-service.ts';
import { useFindWords } from './find-words.tsx';

const WIDTH = 320;
const HEIGHT = 240;
const MARGIN = 10;
const CLEARANCE = 16;

interface SmallMapProps {
  readonly area: string;
  readonly associations: readonly Association[];
  readonly village: { readonly name: string; readonly at: Position };
  readonly theme: 'light' | 'dark';
}

type Ground = NonNullable<Awaited<ReturnType<typeof groundOf>>>;

/** The area with its territories, the village and the seats, drawn once: light enough for any phone. */
export function SmallMap({ area, associations, village, theme }: SmallMapProps) {
  const { t, name } = useFindWords();
  const [ground, setGround] = useState<Ground | 'failed' | null>(null);
  useEffect(() => {
    let isGone = false;
    groundOf(area).then(
      (found) => isGone || setGround(found ?? 'failed'),
      () => isGone || setGround('failed'),
    );
    return () => {
      isGone = true;
    };
  }, [area]);
  if (ground === null) return <p className="find-quiet">{t('find.searching')}</p>;
  if (ground === 'failed') return <p role="alert">{t('find.map.failed')}</p>;
  const toScreen = projectionOf(ground.area.boundary.coordinates);
  const [x, y] = toScreen(village.at);
  return (
    <svg
      className="find-map"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('find.map.alt', { area: name(ground.area.name), village: village.name })}
    >
      <path className="find-map-ground" d={pathOf(ground.area.boundary, toScreen)} />
      {ground.territories.map((territory) => {
        const association = associations.find(({ id }) => id === territory.properties.association);
        if (!territory.geometry || !association) return null;
        const { fill, border, dash } = territoryColours(association.colour, theme);
        return (
          <path
            key={association.id}
            d={pathOf(territory.geometry, toScreen)}
            fill={fill}
            fillOpacity={0.25}
            fillRule="evenodd"
            stroke={border}
            strokeWidth={1.2}
            strokeDasharray={dash.length > 1 ? dash.join(' ') : undefined}
          />
        );
      })}
      {associations.map(({ id, seat }) => {
        if (seat.location === null) return null;
        const [seatX, seatY] = toScreen(seat.location);
        // The village stands for a seat that lies in it.
        if (Math.hypot(seatX - x, seatY - y) < CLEARANCE) return null;
        return (
          <g key={id}>
            <rect className="find-map-seat" x={seatX - 3} y={seatY - 3} width={6} height={6} rx={1} />
            <text className="find-map-name" x={seatX} y={seatY - 6}>
              {name(seat.name)}
            </text>
          </g>
        );
      })}
      <circle className="find-map-here" cx={x} cy={y} r={6} />
      <text className="find-map-village" x={x} y={y + 18}>
        {village.name}
      </text>
    </svg>
  );
}

/** Equirectangular, true at the middle of what is shown. */
function projectionOf(polygons: readonly (readonly (readonly Position[])[])[]): (at: Position) => Position {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of polygons) {
    for (const [lon, lat] of outer) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / ((east - west) * squeeze),
    (HEIGHT - 2 * MARGIN) / (north - south),
  );
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  return ([lon, lat]) => [
    WIDTH / 2 + (lon - middleX) * squeeze * scale,
    HEIGHT / 2 - (lat - middleY) * scale,
  ];
}

function pathOf(
  { coordinates }: NonNullable<DrawnTerritory['geometry']>,
  toScreen: (at: Position) => Position,
): string {
  return coordinates
    .flatMap((rings) => rings.map((ring) => `M${ring.map((at) => placeText(toScreen(at))).join('L')}Z`))
    .join('');
}

function placeText([x, y]: Position): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
