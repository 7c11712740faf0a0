import type { AssociationId } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import {
  Button,
  Dialog,
  Form,
  Heading,
  Label,
  Modal,
  ModalOverlay,
  Radio,
  RadioGroup,
} from 'react-aria-components';
import { dayAfter, today } from '../../state/day-in-area.ts';
import type { ZoneForm as FormState } from '../../state/zones.ts';
import { AssociationName } from '../coverage/badges.tsx';
import { focusCard } from '../focus.ts';
import { ProblemText } from '../problem-text.tsx';
import { DayEntry } from '../proposals/day-entry.tsx';
import { LongEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useWords } from '../words.tsx';

const DAYS_TO_SHARE = 365;

/** Agreeing to share an overlap: who leads, which services, until when. */
export function ZoneDialog() {
  const { t } = useWords();
  const store = useAppStore();
  const form = useApp((state) => state.zoneForm);
  const close = () => store.getState().cancelZone();
  return (
    <ModalOverlay
      className="modal-veil"
      isOpen={form !== null}
      isDismissable
      onOpenChange={(stays) => !stays && close()}
    >
      <Modal className="modal">
        <Dialog className="dialog people-dialog">
          <Heading slot="title" className="card-title">
            {t('zone.form.title')}
          </Heading>
          {form && <ZoneForm key={form.zone?.id ?? form.key} form={form} onCancel={close} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function ZoneForm({ form, onCancel }: { form: FormState; onCancel: () => void }) {
  const { t } = useWords();
  const store = useAppStore();
  const area = useArea();
  const now = today(area?.area.timeZone ?? 'UTC');
  const { zone, associations } = form;
  const ownAssociation = useOwnRole()?.association;
  const own = associations.find((one) => one === ownAssociation);
  const [lead, setLead] = useState<AssociationId | null>(zone?.lead ?? own ?? associations[0] ?? null);
  const [services, setServices] = useState(zone?.services.join('\n') ?? '');
  const [endsOn, setEndsOn] = useState(zone?.endsOn ?? dayAfter(now, DAYS_TO_SHARE));
  // The service looks for the overlap in what it has of the draft.
  const isDrawingSaved = useApp(({ editing }) => editing === null || editing.saving.status === 'saved');
  const save = async (by: AssociationId) => {
    // The button that opened the form went with the overlap.
    if (await store.getState().saveZone({ lead: by, services: linesOf(services), endsOn })) focusCard();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lead === null || !isDrawingSaved) return;
    void save(lead);
  };
  return (
    <Form className="people-form" onSubmit={submit}>
      <p className="quiet">{t('zone.form.what')}</p>
      <RadioGroup
        className="choice-list zone-leads"
        value={lead ?? ''}
        onChange={(id) => setLead(associations.find((one) => one === id) ?? null)}
      >
        <Label>{t('zone.form.lead')}</Label>
        {associations.map((id) => (
          <Radio key={id} value={id} className="role-choice">
            <AssociationName id={id} />
          </Radio>
        ))}
      </RadioGroup>
      <div className="zone-partners">
        <span>{t('zone.form.partners')}</span>
        <ul className="card-list">
          {associations
            .filter((id) => id !== lead)
            .map((id) => (
              <li key={id}>
                <AssociationName id={id} />
              </li>
            ))}
        </ul>
      </div>
      <LongEntry
        label={t('zone.form.services')}
        value={services}
        onChange={(text) => setServices(linesOf(text).length === 0 ? '' : text)}
      />
      <DayEntry
        label={t('zone.form.end')}
        hint={t('zone.form.end.hint')}
        value={endsOn}
        min={dayAfter(now)}
        onChange={setEndsOn}
      />
      {form.problem && <ProblemText problem={form.problem} />}
      {!isDrawingSaved && <p className="quiet">{t('zone.form.wait')}</p>}
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={form.saving}>
          {t(form.saving ? 'zone.form.saving' : 'zone.form.save')}
        </Button>
        <Button className="button" onPress={onCancel}>
          {t('zone.form.cancel')}
        </Button>
      </div>
    </Form>
  );
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
