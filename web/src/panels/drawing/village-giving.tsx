import { Button } from 'react-aria-components';
import { AssociationName } from '../coverage/badges.tsx';
import { focusCard } from '../focus.ts';
import { useApp, useAppStore, useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** While a draft is drawn: whom the village can be given to, with its surroundings, by one press. */
export function VillageGiving({ id }: { id: string }) {
  const { t } = useWords();
  const store = useAppStore();
  const area = useArea();
  const isDrawing = useApp((state) => state.editing !== null);
  const coverage = usePlan()?.coverage.villages.find((village) => village.id === id);
  if (!area || !isDrawing || !coverage || coverage.status === 'unlocated') return null;
  const holder =
    coverage.status === 'covered' && coverage.associations.length === 1
      ? coverage.associations[0]
      : undefined;
  return (
    <>
      <h3 className="card-label">{t('draw.village.to')}</h3>
      <ul className="card-list">
        {area.associations
          .filter((association) => association.id !== holder)
          .map((association) => (
            <li key={association.id}>
              <Button
                className="button"
                onPress={() => {
                  const villages = [coverage.id];
                  // Who has the village now is no longer offered.
                  if (store.getState().edit({ kind: 'assign-villages', villages, to: association.id }))
                    focusCard();
                }}
              >
                <AssociationName id={association.id} />
              </Button>
            </li>
          ))}
      </ul>
    </>
  );
}
