/**
 * Frame times while one shared vertex is dragged, or a brush is led, in a real browser, with the analysis and, in a build of its own,
 * without it. The browser draws by software: what the main thread computes is the measure, not how often it draws.
 * Run: npm run bench:editor -- [--only four,many] [--seconds 10]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import playwrightConfig from '../playwright.config.ts';
import { percentile } from './coverage-rows/drags.ts';
import { msText, type Row, tableOf, timesText } from './coverage-rows/row.ts';
import { BENCH_AREAS, type BenchArea } from './editor/areas.ts';
import { type DragTool, measureDrag } from './editor/drag.ts';
import type { FrameTimes } from './editor/frame-times.ts';
import { startService } from './editor/service.ts';
import { type Analysis, buildWeb, serveWeb } from './editor/web-builds.ts';

const MOST_ADDED_MS = 4;
const TOOLS: Readonly<Record<DragTool, string>> = { vertex: 'a vertex', brush: 'the brush' };
const PORTS: Readonly<Record<Analysis, number>> = { on: 3197, off: 3198 };

const { values } = parseArgs({
  // The names of benchmarks, for `run.ts`.
  allowPositionals: true,
  options: { only: { type: 'string' }, seconds: { type: 'string', default: '10' } },
});
const asked = values.only?.split(',') ?? Object.keys(BENCH_AREAS);
const ms = Number(values.seconds) * 1000;

const folder = mkdtempSync(path.join(tmpdir(), 'nitaq-bench-'));
const areas = Object.entries(BENCH_AREAS).flatMap(([id, make]) => (asked.includes(id) ? [make()] : []));
const service = await startService(areas.map((area) => area.folder));
const browser = await chromium.launch(playwrightConfig.use?.launchOptions ?? {});
try {
  const drags = areas.flatMap((area) => (['vertex', 'brush'] as const).map((tool) => ({ area, tool })));
  const times: Record<Analysis, FrameTimes[]> = { on: [], off: [] };
  for (const analysis of ['on', 'off'] as const) {
    const outDir = buildWeb(analysis, folder);
    const web = await serveWeb(outDir, { port: PORTS[analysis], service: service.address });
    try {
      for (const { area, tool } of drags) {
        console.error(`dragging ${TOOLS[tool]} in ${area.name}, analysis ${analysis} …`);
        times[analysis].push(
          await measureDrag(browser, {
            address: web.address,
            area,
            tool,
            ms,
            cookie: service.cookie(area.folder.area.id),
          }),
        );
      }
    } finally {
      web.stop();
    }
  }
  console.log(tableOf(drags.flatMap((drag, i) => rowsOf(drag, times.on[i], times.off[i]))));
} finally {
  await browser.close();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
}

interface MeasuredDrag {
  readonly area: BenchArea;
  readonly tool: DragTool;
}

function rowsOf(
  { area, tool }: MeasuredDrag,
  on: FrameTimes | undefined,
  off: FrameTimes | undefined,
): Row[] {
  if (!on || !off) return [];
  const [with95, without95] = [percentile(on.mainThread, 95), percentile(off.mainThread, 95)];
  const addedMs = with95 - without95;
  return [
    {
      work: `main thread in a frame, ${TOOLS[tool]}`,
      data: area.name,
      ours: timesOf(on.mainThread),
      peer: timesOf(off.mainThread),
      measured: `p95 + ${msText(addedMs)}, ${timesText(with95 / without95)}`,
      target: `p95 + ${MOST_ADDED_MS} ms at most`,
      isReached: addedMs <= MOST_ADDED_MS,
      note: `${on.mainThread.length} and ${off.mainThread.length} frames`,
    },
    {
      work: `from frame to frame, ${TOOLS[tool]}`,
      data: area.name,
      ours: timesOf(on.between),
      peer: timesOf(off.between),
      measured: timesText(percentile(on.between, 95) / percentile(off.between, 95)),
      target: '',
      isReached: null,
      note: 'drawn by software',
    },
  ];
}

function timesOf(times: readonly number[]): string {
  return [50, 95].map((percent) => `p${percent} ${msText(percentile(times, percent))}`).join(', ');
}
