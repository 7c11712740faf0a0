import { Button } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { ProblemText } from '../problem-text.tsx';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** Why something could not be read, and how to try again. */
export function NotRead({ problem, onRetry }: { problem: Problem; onRetry: () => Promise<void> }) {
  const { t } = useWords();
  const [isBusy, doing] = useBusy();
  return (
    <>
      <ProblemText problem={problem} />
      <div className="bar-actions">
        <Button className="button" data-look="quiet" data-busy={isBusy} onPress={() => void doing(onRetry)}>
          {t('state.retry')}
        </Button>
      </div>
    </>
  );
}
