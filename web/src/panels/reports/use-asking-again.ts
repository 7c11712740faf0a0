import { useEffect } from 'react';
import type { Problem } from '../../state/app-state.ts';
import { useApp, useAppStore } from '../use-app.ts';

const SOON_MS = 1000;
const SELDOM_MS = 60_000;
/** Asked again, the service would say the same: one is signed out, or may have none any more. */
const FINAL_STATUSES: readonly number[] = [401, 403, 404];

/** Asks how far the reports are, as long as some are being made; more and more seldom while no answer comes. */
export function useAskingAgain(isWaiting: boolean): void {
  const store = useAppStore();
  const isFinal = useApp(({ reportJobsProblem }) => isFinalProblem(reportJobsProblem));
  const isAsking = isWaiting && !isFinal;
  useEffect(() => {
    if (!isAsking) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let isOver = false;
    const ask = async () => {
      await store.getState().loadReportJobs();
      failures = store.getState().reportJobsProblem === null ? 0 : failures + 1;
      if (!isOver) askLater();
    };
    const askLater = () => {
      timer = setTimeout(ask, Math.min(SOON_MS * 2 ** failures, SELDOM_MS));
    };
    askLater();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isAsking, store]);
}

function isFinalProblem(problem: Problem | null): boolean {
  return problem?.kind === 'refused' && FINAL_STATUSES.includes(problem.status);
}
