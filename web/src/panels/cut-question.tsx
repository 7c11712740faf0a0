import { Button, Group } from 'react-aria-components';
import { AssociationName } from './badges.tsx';
import { useApp, useAppStore, useArea } from './use-app.ts';
import { useWords } from './words.tsx';

/** After a cut: who shall have the part that was cut off. */
export function CutQuestion() {
  const { t, area: areaText } = useWords();
  const store = useAppStore();
  const area = useArea();
  const editing = useApp((state) => state.editing);
  if (!area || !editing?.cut) return null;
  const question = t('draw.cut.question', { area: areaText(editing.cut.areaM2 / 1e6) });
  return (
    <Group className="placing-bar" aria-label={question}>
      <p>{question}</p>
      <ul className="card-list">
        {area.associations
          .filter(({ id }) => id !== editing.association)
          .map(({ id }) => (
            <li key={id}>
              <Button className="button" onPress={() => store.getState().giveCut(id)}>
                <AssociationName id={id} />
              </Button>
            </li>
          ))}
        <li>
          <Button className="button" data-look="quiet" onPress={() => store.getState().giveCut(null)}>
            {t('draw.cut.nobody')}
          </Button>
        </li>
      </ul>
    </Group>
  );
}
