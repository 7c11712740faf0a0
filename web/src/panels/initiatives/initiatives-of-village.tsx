import { targetVillages } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** The joint initiatives that are for a village, for those who may see them; nothing where there is none. */
export function InitiativesOfVillage({ id }: { id: string }) {
  const { t } = useWords();
  const store = useAppStore();
  const village = useArea()?.villages.find((one) => one.id === id);
  const initiatives = useApp((state) => state.initiatives);
  const found = (initiatives ?? []).filter(
    ({ content }) => village && targetVillages(content, [village]).length > 0,
  );
  if (found.length === 0) return null;
  return (
    <section className="need" aria-labelledby="village-initiatives">
      <h3 className="card-label" id="village-initiatives">
        {t('initiatives.title')}
      </h3>
      <ul className="initiative-villages">
        {found.map((one) => (
          <li key={one.id}>
            <Button
              className="button"
              data-look="small"
              onPress={() => void store.getState().showInitiative(one.id)}
            >
              <bdi>{one.content.title}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
