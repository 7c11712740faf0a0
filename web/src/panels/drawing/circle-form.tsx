import type { Position } from '@nitaq/core';
import { type FormEvent, useEffect, useState } from 'react';
import { Button, Form, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import type { AppState } from '../../state/app-state.ts';
import { latinDigits } from '../../state/coordinates.ts';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords, type Words } from '../words.tsx';

/** The least and the most that a circle can measure, km. */
const RADIUS_KM = [0.1, 300] as const;

/** A circle by its radius, typed, around the seat or what was clicked last; nothing while another tool is in hand. */
export function CircleForm() {
  const isShown = useApp(({ editing }) => editing?.tool === 'circle' && editing.association !== null);
  return isShown ? <OpenForm /> : null;
}

function OpenForm() {
  const words = useWords();
  const { t, number } = words;
  const store = useAppStore();
  const centres = useCentres(words);
  const [chosen, setChosen] = useState<Centre['id'] | null>(null);
  const [radius, setRadius] = useState('');
  const [isWrong, setWrong] = useState(false);
  // What was clicked last is what is meant, until something else is chosen.
  const centre = centres.find(({ id }) => id === chosen) ?? centres.at(-1);
  const km = radiusOf(radius);
  const at = centre?.at ?? null;
  useEffect(() => {
    if (km === null || at === null) store.getState().dropPreview();
    else store.getState().previewCircle(at, km);
    return () => store.getState().dropPreview();
  }, [store, at, km]);
  const draw = (event: FormEvent) => {
    event.preventDefault();
    setWrong(km === null);
    if (km === null || !at) return;
    store.getState().drawCircle(at, km);
    setRadius('');
  };
  if (!centre) return <p className="quiet">{t('draw.circle.noCentre')}</p>;
  return (
    <Form className="circle-form" aria-label={t('draw.circle.title')} onSubmit={draw}>
      <RadioGroup
        className="labelled-choice"
        value={centre.id}
        onChange={(id) => setChosen(centres.find((one) => one.id === id)?.id ?? null)}
      >
        <Label className="choice-label">{t('draw.circle.centre')}</Label>
        <div className="brush-choice">
          {centres.map(({ id, name }) => (
            <Radio key={id} value={id} className="brush-option">
              {name}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <p className="quiet">{t('draw.circle.choose')}</p>
      <TextField className="field" value={radius} onChange={setRadius} isInvalid={isWrong}>
        <Label>{t('draw.circle.radius')}</Label>
        <Input dir="ltr" inputMode="decimal" autoComplete="off" />
      </TextField>
      {isWrong && (
        <p className="problem" role="alert">
          {t('draw.circle.wrong', { least: number(RADIUS_KM[0], 1), most: number(RADIUS_KM[1]) })}
        </p>
      )}
      <Button type="submit" className="button">
        {t('draw.circle.draw')}
      </Button>
    </Form>
  );
}

/** Null where it is no radius that can be drawn. */
function radiusOf(text: string): number | null {
  const km = Number(latinDigits(text).trim() || Number.NaN);
  return km >= RADIUS_KM[0] && km <= RADIUS_KM[1] ? km : null;
}

interface Centre {
  readonly id: 'seat' | 'village' | 'point';
  readonly name: string;
  readonly at: Position;
}

/** What a circle can be drawn around: the seat of the association, and the village or place that is chosen. */
function useCentres(words: Words): Centre[] {
  const area = useApp((state) => state.area);
  const selection = useApp((state) => state.selection);
  const drawn = useApp((state) => state.editing?.association ?? null);
  if (area.status !== 'ready') return [];
  const seat = area.value.associations.find(({ id }) => id === drawn)?.seat;
  const chosen = chosenCentre({ area, selection }, words);
  return [
    ...(seat?.location
      ? [
          {
            id: 'seat' as const,
            name: words.t('draw.circle.seat', { name: words.name(seat.name) }),
            at: seat.location,
          },
        ]
      : []),
    ...(chosen ? [chosen] : []),
  ];
}

function chosenCentre(
  { area, selection }: Pick<AppState, 'area' | 'selection'>,
  { t, name }: Words,
): Centre | null {
  if (selection.kind === 'point') return { id: 'point', name: t('draw.circle.point'), at: selection.at };
  if (selection.kind !== 'village' || area.status !== 'ready') return null;
  const village = area.value.villages.find(({ id }) => id === selection.id);
  return village?.location ? { id: 'village', name: name(village.name), at: village.location } : null;
}
