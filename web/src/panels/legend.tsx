import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { initiativesOnMap } from '../state/initiatives-on-map.ts';
import { MISSING_MARK } from '../state/missing.ts';
import { Icon } from './icons.tsx';
import { useApp, useMediaQuery } from './use-app.ts';
import { useWords } from './words.tsx';

const KEYS = [
  'territory',
  'overlap',
  'shared',
  'gap',
  'village.covered',
  'village.overlap',
  'village.gap',
  'missing',
  'seat',
  'boundary',
  'initiative',
] as const;

/** Where the legend is open from the beginning. */
export const ROOM_FOR_LEGEND = '(min-width: 90em) and (min-height: 42em)';

/** What the signs on the map mean. */
export function Legend() {
  const { t } = useWords();
  const roomy = useMediaQuery(ROOM_FOR_LEGEND);
  const chosen = useApp(({ selection }) => selection.kind !== 'none');
  const hasInitiatives = useApp((state) => initiativesOnMap(state).length > 0);
  const hasMissing = useApp(
    ({ missing }) => missing?.status === 'ready' && missing.value.some(({ location }) => location !== null),
  );
  const shown = { initiative: hasInitiatives, missing: hasMissing } as const;
  const placing = useApp((state) => state.placing?.by === 'map');
  // It gives way to what is chosen, and can be opened again.
  const open = roomy && !chosen;
  if (placing) return null;
  return (
    <Disclosure className="legend" key={String(open)} defaultExpanded={open}>
      <Button slot="trigger" className="disclosure-button">
        {t('legend.title')}
        <Icon name="down" />
      </Button>
      <DisclosurePanel>
        <ul className="legend-keys">
          {KEYS.filter((key) => !(key in shown) || shown[key as keyof typeof shown]).map((key) => (
            <li key={key}>
              <LegendSign sign={key} />
              {t(`legend.${key}`)}
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

function LegendSign({ sign }: { sign: (typeof KEYS)[number] }) {
  const { language } = useWords();
  switch (sign) {
    case 'territory':
    case 'overlap':
    case 'shared':
    case 'gap':
    case 'boundary':
    case 'initiative':
      return <span className="legend-area" data-sign={sign} aria-hidden="true" />;
    case 'village.covered':
    case 'village.overlap':
    case 'village.gap':
      return <span className="legend-dot" data-sign={sign} aria-hidden="true" />;
    case 'missing':
      return (
        <span className="legend-dot" data-sign="missing" aria-hidden="true">
          {MISSING_MARK[language]}
        </span>
      );
    case 'seat':
      return (
        <svg className="legend-house" viewBox="0 0 44 44" aria-hidden="true">
          <path d="M22 6 38 20h-4v18H10V20H6Z" />
        </svg>
      );
  }
}
