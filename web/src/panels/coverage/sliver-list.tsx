import type { SliverFeature } from '@nitaq/core';
import { memo } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { focusMap } from '../focus.ts';
import { Icon } from '../icons.tsx';
import { ShortList } from '../section.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { FaceBadge } from './badges.tsx';
import { FaceTitle } from './face-list.tsx';

/** What is too thin to negotiate: counted apart, shown on request, never hidden. */
export const SliverList = memo(function SliverList({ slivers }: { slivers: readonly SliverFeature[] }) {
  const { t, area } = useWords();
  const store = useAppStore();
  const chosen = useApp(({ selection }) => (selection.kind === 'sliver' ? selection.id : null));
  const isDrawing = useApp((state) => state.editing !== null);
  if (slivers.length === 0) return null;
  return (
    <Disclosure className="section slivers">
      <Heading level={3} className="section-title">
        <Button slot="trigger" className="disclosure-button">
          {t('count.slivers', { count: slivers.length })}
          <Icon name="down" />
        </Button>
      </Heading>
      {isDrawing && <HealAll />}
      <DisclosurePanel>
        <p className="quiet">{t('slivers.text')}</p>
        <ShortList items={slivers} keyOf={(sliver) => sliver.id}>
          {(sliver) => (
            <Button
              className="row-button"
              aria-current={chosen === sliver.id ? 'true' : 'false'}
              onPress={() => void store.getState().select({ kind: 'sliver', id: sliver.id })}
            >
              <FaceBadge kind={sliver.properties.kind} />
              <span className="row-text">
                <FaceTitle face={sliver} />
                <span className="row-figures">
                  <span>{t(`face.${sliver.properties.kind}`)}</span>
                  <span>{area(sliver.properties.areaKm2)}</span>
                </span>
              </span>
            </Button>
          )}
        </ShortList>
      </DisclosurePanel>
    </Disclosure>
  );
});

/** All at once: one by one nobody would mend them. */
function HealAll() {
  const { t } = useWords();
  const store = useAppStore();
  return (
    <Button
      className="button"
      onPress={() => {
        // The list goes with the last of them.
        if (store.getState().edit({ kind: 'heal-slivers' })) focusMap();
      }}
    >
      {t('draw.heal')}
    </Button>
  );
}
