import { type Initiative, NEED_KINDS } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { useAppStore, useArea } from '../use-app.ts';
import { useVillageName } from '../use-names.ts';
import { useWords } from '../words.tsx';

/** Whom an initiative means to reach, and in which villages. */
export function Targets({ initiative: { content } }: { initiative: Initiative }) {
  const { t, list } = useWords();
  const called = useVillageName();
  const store = useAppStore();
  const villages = useArea()?.villages ?? [];
  const people = NEED_KINDS.filter((kind) => content.people[kind] > 0).map((kind) =>
    t(`initiatives.people.${kind}`, { count: content.people[kind] }),
  );
  return (
    <section>
      <h3 className="small-title">{t('initiatives.targets')}</h3>
      {people.length > 0 && <p>{t('initiatives.targets.people', { people: list(people) })}</p>}
      <ul className="initiative-villages">
        {content.villages.map((id) =>
          villages.some((one) => one.id === id) ? (
            <li key={id}>
              <Button
                className="button"
                data-look="small"
                onPress={() => void store.getState().select({ kind: 'village', id })}
              >
                <bdi>{called(id)}</bdi>
              </Button>
            </li>
          ) : (
            // Of another area, which this map does not show.
            <li key={id} className="initiative-village">
              <bdi>{called(id)}</bdi>
            </li>
          ),
        )}
      </ul>
      {content.place !== null && <p className="quiet">{t('initiatives.targets.area')}</p>}
    </section>
  );
}
