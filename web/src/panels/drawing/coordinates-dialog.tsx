import type { Position } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import {
  Button,
  Dialog,
  Form,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { isPasted, parsePosition, splitPair } from '../../state/coordinates.ts';
import { FieldProblem } from '../field-problem.tsx';
import { targetName } from '../places/placing-bar.tsx';
import { PlacingProblem } from '../places/placing-problem.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Latitude and longitude as typed or pasted, for a village or a seat. */
export function CoordinatesDialog() {
  const words = useWords();
  const store = useAppStore();
  const area = useArea();
  const placing = useApp((state) => state.placing);
  const open = area !== null && placing?.by === 'coordinates';
  return (
    <ModalOverlay
      className="modal-veil"
      isOpen={open}
      isDismissable
      onOpenChange={(stays) => !stays && store.getState().cancelPlacing()}
    >
      <Modal className="modal">
        <Dialog className="dialog">
          {open && (
            <>
              <Heading slot="title" className="card-title">
                {words.t('place.coordinates.title', { name: targetName(placing.target, area, words) })}
              </Heading>
              <CoordinatesForm />
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function CoordinatesForm() {
  const { t, number } = useWords();
  const store = useAppStore();
  const placing = useApp((state) => state.placing);
  const [latitude, setLatitude] = useState('');
  const [longitude, setLongitude] = useState('');
  const [wrong, setWrong] = useState(false);
  // What was said is about this position: no longer, once other numbers are entered.
  const [sent, setSent] = useState<Position | null>(null);
  const split = (text: string) => {
    const pair = splitPair(text);
    if (!pair) return false;
    setLatitude(pair.latitude);
    setLongitude(pair.longitude);
    return true;
  };
  const type = (before: string, set: (text: string) => void) => (text: string) => {
    setWrong(false);
    setSent(null);
    if (!isPasted(before, text) || !split(text)) set(text);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const position = parsePosition(latitude, longitude);
    setWrong(position === null);
    setSent(position);
    if (position) void store.getState().place(position);
  };
  return (
    <Form className="coordinates-form" onSubmit={save}>
      <AngleField
        label={t('place.latitude')}
        value={latitude}
        onChange={type(latitude, setLatitude)}
        onBlur={() => longitude === '' && split(latitude)}
        wrong={wrong}
      />
      <AngleField
        label={t('place.longitude')}
        value={longitude}
        onChange={type(longitude, setLongitude)}
        onBlur={() => latitude === '' && split(longitude)}
        wrong={wrong}
      />
      <p className="quiet">
        {t('place.coordinates.hint', { latitude: number(20.3164, 4), longitude: number(40.4473, 4) })}
      </p>
      {wrong && <WrongAngles />}
      {placing?.problem && sent && <PlacingProblem problem={placing.problem} at={sent} />}
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" isDisabled={placing?.saving ?? false}>
          {t(placing?.saving ? 'place.saving' : 'place.confirm')}
        </Button>
        <Button className="button" onPress={() => store.getState().cancelPlacing()}>
          {t('place.cancel')}
        </Button>
      </div>
    </Form>
  );
}

interface AngleFieldProps {
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

function AngleField({ label, wrong, ...field }: AngleFieldProps) {
  return (
    <TextField className="field" {...field} isInvalid={wrong} isRequired>
      <Label>{label}</Label>
      <Input dir="ltr" inputMode="decimal" autoComplete="off" />
      <FieldProblem />
    </TextField>
  );
}

function WrongAngles() {
  const { t, number } = useWords();
  const limits = { south: number(-90), north: number(90), west: number(-180), east: number(180) };
  return (
    <p className="problem" role="alert">
      {t('place.coordinates.wrong', limits)}
    </p>
  );
}
