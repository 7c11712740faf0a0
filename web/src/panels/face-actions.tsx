import type { AssociationId } from '@nitaq/core';
import { Button } from 'react-aria-components';
import type { EditRequest } from '../state/editor/edit-request.ts';
import { positionIn } from '../state/position-in.ts';
import { type FaceSelection, faceOf } from '../state/selection.ts';
import { AssociationName } from './badges.tsx';
import { focusMap } from './focus.ts';
import { useApp, useAppStore, useArea, usePlan } from './use-app.ts';
import { useWords } from './words.tsx';

/** What can be done about a gap or an overlap while a draft is drawn: one press each, and each can be taken back. */
export function FaceActions({ selection }: { selection: FaceSelection }) {
  const { t } = useWords();
  const store = useAppStore();
  const area = useArea();
  const plan = usePlan();
  const isDrawing = useApp((state) => state.editing !== null);
  const face = plan && faceOf(plan.coverage, selection);
  if (!area || !isDrawing || !face) return null;
  const claimants = face.properties.associations;
  const isGap = claimants.length === 0;
  const act = (request: EditRequest) => {
    if (!store.getState().edit(request)) return;
    // Its entry in the list goes with it.
    focusMap();
    store.getState().clearSelection();
  };
  const give = (to: AssociationId) => {
    const at = positionIn(face.geometry);
    act(isGap ? { kind: 'assign-gap', at, to } : { kind: 'resolve-overlap', at, inFavourOf: to });
  };
  const takers = isGap ? area.associations.map(({ id }) => id) : claimants;
  return (
    <>
      <h3 className="card-label">{t(isGap ? 'draw.fill' : 'draw.resolve')}</h3>
      <ul className="card-list">
        {takers.map((id) => (
          <li key={id}>
            <Button className="button" onPress={() => give(id)}>
              <AssociationName id={id} />
            </Button>
          </li>
        ))}
        {claimants.length === 2 && (
          <li>
            <Button
              className="button"
              onPress={() =>
                act({
                  kind: 'resolve-overlap',
                  at: positionIn(face.geometry),
                  inFavourOf: 'by-the-middle',
                })
              }
            >
              {t('draw.resolve.middle')}
            </Button>
          </li>
        )}
        {selection.kind === 'sliver' && (
          <li>
            <Button className="button" onPress={() => act({ kind: 'heal-slivers' })}>
              {t('draw.heal')}
            </Button>
          </li>
        )}
      </ul>
    </>
  );
}
