import { hasEnded, type Initiative, type InitiativeMove } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useAppStore, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** What the lead does next: put it to the partners, start it, say that it is done; and change its content. */
export function InitiativeSteps({ initiative }: { initiative: Initiative }) {
  const { t } = useWords();
  const store = useAppStore();
  const own = useOwnRole();
  const [isBusy, doing] = useBusy();
  if (
    hasEnded(initiative.state) ||
    own?.role !== 'coordinator' ||
    own.association !== initiative.content.lead
  )
    return null;
  const step = nextStep(initiative);
  return (
    <div className="bar-actions">
      {step !== null && (
        <Button
          className="button"
          data-look="primary"
          data-busy={isBusy}
          onPress={() => void doing(() => store.getState().moveInitiative(step))}
        >
          {t(`initiatives.do.${STEP_WORDS[step]}`)}
        </Button>
      )}
      <Button className="button" onPress={() => store.getState().openInitiativeForm(initiative)}>
        <Icon name="pen" />
        {t('initiatives.do.change')}
      </Button>
    </div>
  );
}

const STEP_WORDS = { proposed: 'propose', running: 'start', done: 'finish' } as const;

function nextStep({ state, content, progress }: Initiative): InitiativeMove['to'] | null {
  switch (state) {
    case 'idea':
      return 'proposed';
    case 'agreed':
      return 'running';
    case 'running':
      return progress.length === content.milestones.length ? 'done' : null;
    case 'proposed':
    case 'done':
    case 'stopped':
      return null;
  }
}
