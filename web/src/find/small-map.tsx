import type { Association, Position } from '@nitaq/core';
import { useEffect, useState } from 'react';
import { territoryColours } from '../style/tokens.ts';
import { groundOf } from './ask-service.ts';
import { useFindWords } from './find-words.tsx';
import { MAP_VIEW_BOX, pathOf, projectionOf } from './map-projection.ts';

const CLEARANCE = 16;

interface SmallMapProps {
  readonly area: string;
  readonly associations: readonly Association[];
  /** Whose territories are shown; the whole area where it is none. */
  readonly around: readonly string[];
  readonly village: { readonly name: string; readonly at: Position };
  readonly theme: 'light' | 'dark';
}

type Ground = NonNullable<Awaited<ReturnType<typeof groundOf>>>;

/** The area with its territories, the village and the seats, drawn once: light enough for any phone. */
export function SmallMap({ area, associations, around, village, theme }: SmallMapProps) {
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
  const near = ground.territories.flatMap(({ geometry, properties }) =>
    geometry && around.includes(properties.association) ? geometry.coordinates : [],
  );
  const { toScreen } = projectionOf(
    near.length > 0 ? { type: 'MultiPolygon', coordinates: near } : ground.area.boundary,
  );
  const [x, y] = toScreen(village.at);
  return (
    <svg
      className="find-map"
      viewBox={MAP_VIEW_BOX}
      role="img"
      aria-label={t('find.map.alt', { area: name(ground.area.name), village: village.name })}
      data-coast={ground.land !== null}
    >
      {ground.land && <path className="find-map-land" d={pathOf(ground.land, toScreen)} />}
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
