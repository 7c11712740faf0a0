/**
 * Random damaged plans against the oracles, in two threads; the same check as the property test of the core.
 * Run: node bench/fuzz.ts --plans 200000 --seed 1
 */
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { checkOddPlan, type OddPlanCheck } from '../core/test/oracles/check-odd-plan.ts';

const THREADS = 2;
const CHUNK = 100;
const PROGRESS_EVERY_MS = 30_000;
const SHOWN_FAULTS = 20;

/** The seeds that a thread goes through: every second one, beginning with its own. */
interface Share {
  readonly first: number;
  readonly end: number;
}

if (isMainThread) await checkAll();
else checkShare(workerData as Share);

function checkShare({ first, end }: Share): void {
  for (let seed = first; seed < end; ) {
    const checks: OddPlanCheck[] = [];
    for (; checks.length < CHUNK && seed < end; seed += THREADS) checks.push(checkOddPlan(seed));
    parentPort?.postMessage(checks);
  }
}

async function checkAll(): Promise<void> {
  const { values } = parseArgs({
    options: { plans: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  });
  const [plans, from] = [Number(values.plans), Number(values.seed)];
  const summary = createSummary(plans);
  await Promise.all(
    Array.from({ length: THREADS }, (_, i) =>
      runThread({ first: from + i, end: from + plans }, summary.enter),
    ),
  );
  console.log(summary.text());
  if (summary.faulty() > 0) process.exitCode = 1;
}

function runThread(share: Share, enter: (checks: readonly OddPlanCheck[]) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.on('message', enter);
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

function createSummary(plans: number) {
  const begun = performance.now();
  const turf = new Map<string, number>();
  let [done, faulty, told] = [0, 0, begun];
  const text = (): string => {
    const answers = [...turf].map(([answer, count]) => `${answer} ${count}`).sort();
    const seconds = Math.round((performance.now() - begun) / 1000);
    return `${done} of ${plans} plans in ${seconds} s: ${faulty} with faults; Turf ${answers.join(', ')}`;
  };
  return {
    text,
    faulty: () => faulty,
    enter(checks: readonly OddPlanCheck[]): void {
      for (const check of checks) {
        done++;
        turf.set(check.turf, (turf.get(check.turf) ?? 0) + 1);
        if (check.faults.length === 0) continue;
        faulty++;
        if (faulty <= SHOWN_FAULTS)
          console.log(`seed ${check.seed}: ${check.faults.join('; ').slice(0, 400)}`);
      }
      if (performance.now() - told < PROGRESS_EVERY_MS) return;
      told = performance.now();
      console.error(text());
    },
  };
}
