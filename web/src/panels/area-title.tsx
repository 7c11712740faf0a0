import { useEffect } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from './icons.tsx';
import { useApp, useAppStore, useArea } from './use-app.ts';
import { useWords } from './words.tsx';

/** The name of the open area, and a choice where the service has several. */
export function AreaTitle() {
  const words = useWords();
  const area = useArea()?.area;
  const areas = useApp((state) => (state.areas.status === 'ready' ? state.areas.value.length : 0));
  const name = area ? words.name(area.name) : words.t('app.tagline');
  const title = area ? words.t('app.title', { area: name }) : words.t('app.name');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <h1 className="area-title">{areas > 1 ? <AreaSelect open={area?.id ?? null} /> : <bdi>{name}</bdi>}</h1>
  );
}

function AreaSelect({ open }: { open: string | null }) {
  const words = useWords();
  const store = useAppStore();
  const areas = useApp((state) => state.areas);
  if (areas.status !== 'ready') return null;
  return (
    <Select
      aria-label={words.t('area.choose')}
      value={open}
      onChange={(area) => area && void store.getState().openArea(String(area))}
    >
      <Button className="select-button" data-look="title">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover">
        <ListBox className="choices">
          {areas.value.map((area) => (
            <ListBoxItem key={area.id} id={area.id} className="choice" textValue={words.name(area.name)}>
              <bdi>{words.name(area.name)}</bdi>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
