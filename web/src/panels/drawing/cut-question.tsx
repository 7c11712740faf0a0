import { useEffect, useRef } from 'react';
import { Button, Group } from 'react-aria-components';
import type { Cut } from '../../state/editor/editing.ts';
import { AssociationName } from '../coverage/badges.tsx';
import { focusMap, isFocusLostOrIn } from '../focus.ts';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** After a cut: who shall have the part that was cut off. */
export function CutQuestion() {
  const cut = useApp((state) => state.editing?.cut ?? null);
  return cut && <OpenQuestion cut={cut} />;
}

function OpenQuestion({ cut }: { cut: Cut }) {
  const { t, area: areaText } = useWords();
  const store = useAppStore();
  const area = useArea();
  const drawn = useApp((state) => state.editing?.association ?? null);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const asking = group.current;
    asking?.focus();
    return () => {
      if (isFocusLostOrIn(asking)) focusMap();
    };
  }, []);
  if (!area) return null;
  const question = t('draw.cut.question', { area: areaText(cut.areaM2 / 1e6) });
  return (
    <Group className="placing-bar" aria-label={question} tabIndex={-1} ref={group}>
      <p>{question}</p>
      <ul className="card-list">
        {area.associations
          .filter(({ id }) => id !== drawn)
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
