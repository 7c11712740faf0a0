import type { AssociationId, FaceFeature, SliverFeature } from '@nitaq/core';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { FaceSelection } from '../../state/selection.ts';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { AssociationName } from './badges.tsx';
import { useFaceCommands } from './use-face-commands.ts';
import { useTakers } from './use-takers.ts';

interface FaceActionsProps {
  readonly kind: FaceSelection['kind'];
  readonly face: FaceFeature | SliverFeature;
}

/** What can be done about a gap or an overlap while a draft is drawn: one press each, and each can be taken back. */
export function FaceActions({ kind, face }: FaceActionsProps) {
  const { t } = useWords();
  const commands = useFaceCommands(face);
  const takers = useTakers(face);
  const store = useAppStore();
  const isDrawing = useApp((state) => state.editing !== null);
  if (!isDrawing) return null;
  const claimants = face.properties.associations.length;
  return (
    <>
      <h3 className="card-label">{t(claimants === 0 ? 'draw.fill' : 'draw.resolve')}</h3>
      <ul className="card-list">
        {takers.near.map((id) => (
          <Taker key={id} id={id} onPress={() => commands.give(id)} />
        ))}
        {claimants === 0 && (
          <>
            <Action text={t('repair.share')} onPress={commands.shareAmongNeighbours} />
            <Action text={t('repair.seats')} onPress={commands.shareAmongSeats} />
          </>
        )}
        {claimants > 1 && (
          <Action
            text={t(claimants === 2 ? 'draw.resolve.middle' : 'repair.resolve.each')}
            onPress={commands.divide}
          />
        )}
        {kind === 'overlap' && (
          <Action text={t('zone.agree')} onPress={() => store.getState().startZone(face)} />
        )}
        {kind === 'sliver' && <Action text={t('draw.heal')} onPress={commands.healAll} />}
      </ul>
      {takers.far.length > 0 && (
        <Disclosure className="disclosure">
          <Button slot="trigger" className="disclosure-button">
            {t('repair.others')}
            <Icon name="down" />
          </Button>
          <DisclosurePanel>
            <ul className="card-list">
              {takers.far.map((id) => (
                <Taker key={id} id={id} onPress={() => commands.give(id)} />
              ))}
            </ul>
          </DisclosurePanel>
        </Disclosure>
      )}
    </>
  );
}

function Taker({ id, onPress }: { id: AssociationId; onPress: () => void }) {
  return (
    <li>
      <Button className="button" onPress={onPress}>
        <AssociationName id={id} />
      </Button>
    </li>
  );
}

function Action({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <li>
      <Button className="button" onPress={onPress}>
        {text}
      </Button>
    </li>
  );
}
