import type { AssociationId, FaceFeature, SliverFeature } from '@nitaq/core';
import type { EditRequest } from '../../state/editor/edit-request.ts';
import { positionIn } from '../../state/position-in.ts';
import { focusMap } from '../focus.ts';
import { useAppStore } from '../use-app.ts';

/** How a gap or an overlap can be ended, by one press each. */
export interface FaceCommands {
  give(to: AssociationId): void;
  shareAmongNeighbours(): void;
  shareAmongSeats(): void;
  /** Among all who claim it. */
  divide(): void;
  healAll(): void;
}

export function useFaceCommands({ geometry, properties }: FaceFeature | SliverFeature): FaceCommands {
  const store = useAppStore();
  const act = (request: EditRequest) => {
    if (!store.getState().edit(request)) return;
    // Its entry in the list goes with it.
    focusMap();
    store.getState().clearSelection();
  };
  const at = () => positionIn(geometry);
  return {
    give: (to) =>
      act(
        properties.associations.length === 0
          ? { kind: 'assign-gap', at: at(), to }
          : { kind: 'resolve-overlap', at: at(), inFavourOf: to },
      ),
    shareAmongNeighbours: () => act({ kind: 'share-gap', at: at(), among: 'neighbours' }),
    shareAmongSeats: () => {
      const { area } = store.getState();
      const associations = area.status === 'ready' ? area.value.associations : [];
      const seats = associations.flatMap(({ id: association, seat: { location } }) =>
        location === null ? [] : [{ association, location }],
      );
      act({ kind: 'share-gap', at: at(), among: seats });
    },
    divide: () => act({ kind: 'resolve-overlap', at: at(), inFavourOf: 'by-the-middle' }),
    healAll: () => act({ kind: 'heal-slivers' }),
  };
}
