import type { AgendaItem, AgendaItemId, MeetingRoom } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { Section } from '../section.tsx';
import { useApp, useAppStore, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { AddItemForm } from './add-item-form.tsx';
import { reasonWords } from './meeting-words.ts';

/** As whom nobody added anything. */
const NOBODY = '';

interface AgendaListProps {
  readonly room: MeetingRoom;
  /** The item that is on this screen. */
  readonly shown: AgendaItemId | null;
}

/** What a meeting goes through, in its order; each item takes the map to what it is about. */
export function AgendaList({ room: { meeting, agenda }, shown }: AgendaListProps) {
  const { t } = useWords();
  const store = useAppStore();
  const mayEdit = useMay('agenda.edit');
  const mayAdd = useMay('agenda.add');
  const own = useApp((state) => state.session?.person?.id ?? NOBODY);
  const [isOrdering, setOrdering] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const isChangeable = meeting.state === 'planned' || meeting.state === 'running';
  return (
    <Section title={t('agenda.title')} count={agenda.length}>
      {meeting.state === 'planned' && (
        <p className="quiet">{t(agenda.length === 0 ? 'agenda.none' : 'agenda.itself')}</p>
      )}
      <ol className="agenda">
        {agenda.map((item, at) => (
          <li key={item.id}>
            <ItemRow item={item} number={at + 1} isShown={item.id === shown} />
            {isOrdering && <OrderButtons agenda={agenda} at={at} item={item} />}
            {isChangeable && !mayEdit && item.addedBy?.person === own && <OffButton item={item} />}
          </li>
        ))}
      </ol>
      {isChangeable && (
        <div className="bar-actions">
          {mayAdd && (
            <Button
              className="button"
              data-look="small"
              aria-expanded={isAdding}
              onPress={() => setAdding(!isAdding)}
            >
              <Icon name="plus" />
              {t('agenda.add')}
            </Button>
          )}
          {mayEdit && agenda.length > 0 && (
            <Button
              className="button"
              data-look="small"
              aria-expanded={isOrdering}
              onPress={() => setOrdering(!isOrdering)}
            >
              {t(isOrdering ? 'agenda.edit.done' : 'agenda.edit')}
            </Button>
          )}
        </div>
      )}
      {isChangeable && isAdding && (
        <AddItemForm onAdd={(item) => store.getState().addToAgenda(item)} onDone={() => setAdding(false)} />
      )}
    </Section>
  );
}

interface ItemRowProps {
  readonly item: AgendaItem;
  readonly number: number;
  readonly isShown: boolean;
}

function ItemRow({ item, number, isShown }: ItemRowProps) {
  const words = useWords();
  const { t, name } = words;
  const store = useAppStore();
  return (
    <Button
      className="row-button agenda-row"
      aria-current={isShown ? 'true' : 'false'}
      onPress={() => void store.getState().goToItem(item.id)}
    >
      <span className="agenda-number">{words.number(number)}</span>
      <span className="row-text">
        <bdi className="row-title">{name(item.title)}</bdi>
        <span className="quiet" data-reason={item.reason}>
          {reasonWords(item, words)}
          {item.addedBy && ` · ${t('agenda.addedBy', { name: item.addedBy.name })}`}
        </span>
      </span>
    </Button>
  );
}

interface OrderButtonsProps {
  readonly agenda: readonly AgendaItem[];
  readonly at: number;
  readonly item: AgendaItem;
}

function OrderButtons({ agenda, at, item }: OrderButtonsProps) {
  const { t, name } = useWords();
  const store = useAppStore();
  const [isBusy, doing] = useBusy();
  const ids = agenda.map(({ id }) => id);
  const title = name(item.title);
  const move = (by: 1 | -1) => {
    const rest = ids.toSpliced(at, 1);
    void doing(() => store.getState().orderAgenda(rest.toSpliced(at + by, 0, item.id)));
  };
  return (
    <div className="bar-actions order-buttons">
      <Button
        className="icon-button"
        data-busy={isBusy}
        isDisabled={at === 0}
        aria-label={t('agenda.up', { title })}
        onPress={() => move(-1)}
      >
        <span className="turned-up">
          <Icon name="down" />
        </span>
      </Button>
      <Button
        className="icon-button"
        data-busy={isBusy}
        isDisabled={at === ids.length - 1}
        aria-label={t('agenda.down', { title })}
        onPress={() => move(1)}
      >
        <Icon name="down" />
      </Button>
      <OffButton item={item} />
    </div>
  );
}

/** Takes an item off: the council any, others what they added themselves. */
function OffButton({ item }: { item: AgendaItem }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const [isBusy, doing] = useBusy();
  return (
    <Button
      className="icon-button"
      data-busy={isBusy}
      aria-label={t('agenda.off', { title: name(item.title) })}
      onPress={() => void doing(() => store.getState().takeOffAgenda(item.id))}
    >
      <Icon name="close" />
    </Button>
  );
}
