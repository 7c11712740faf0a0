import { Button, Group } from 'react-aria-components';
import type { AreaData, PlacingTarget } from '../../state/app-state.ts';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords, type Words } from '../words.tsx';
import { PlacingProblem } from './placing-problem.tsx';
import { positionText } from './position-words.ts';

/** While something is pinned: what to do, where the cross is, save or cancel. */
export function PlacingBar() {
  const words = useWords();
  const store = useAppStore();
  const area = useArea();
  const placing = useApp((state) => state.placing);
  const centre = useApp((state) => state.view?.centre);
  if (!area || placing?.by !== 'map') return null;
  const { problem, saving } = placing;
  return (
    <Group className="placing-bar" aria-label={words.t('place.onMap')}>
      <p>{words.t('place.hint', { name: targetName(placing.target, area, words) })}</p>
      {problem && centre && <PlacingProblem problem={problem} at={centre} />}
      {centre && (
        <p className="quiet">
          <bdi>{positionText(centre, words)}</bdi>
        </p>
      )}
      <div className="bar-actions">
        <Button
          className="button"
          data-look="primary"
          isDisabled={saving || !centre}
          onPress={() => centre && void store.getState().place(centre)}
        >
          {words.t(saving ? 'place.saving' : 'place.confirm')}
        </Button>
        <Button className="button" onPress={() => store.getState().cancelPlacing()}>
          {words.t('place.cancel')}
        </Button>
      </div>
    </Group>
  );
}

/** What is being placed, by name. */
export function targetName({ kind, id }: PlacingTarget, area: AreaData, { t, name }: Words): string {
  if (kind === 'village') {
    const village = area.villages.find((candidate) => candidate.id === id);
    return village ? name(village.name) : id;
  }
  const association = area.associations.find((candidate) => candidate.id === id);
  return association ? t('place.seat', { association: name(association.name) }) : id;
}
