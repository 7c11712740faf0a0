import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AreaFolder } from './area-folder.ts';
import { checkPlans, type PlanOfFile } from './check-plans.ts';
import type { AreaFolderFault, ReportFault } from './fault.ts';
import { readArea, readOutline } from './read-area.ts';
import { readAssociations } from './read-associations.ts';
import { readFolderFile } from './read-folder-file.ts';
import { type PlanContext, readPlan } from './read-plan.ts';
import { readVillages } from './read-villages.ts';

export type { AreaFolder } from './area-folder.ts';
export type { AreaFolderFault } from './fault.ts';

export type AreaFolderResult =
  | { readonly ok: true; readonly folder: AreaFolder }
  | { readonly ok: false; readonly faults: readonly AreaFolderFault[] };

type Parse<T> = (text: string, report: ReportFault) => T;
/** Reads one file of the folder with a parser of its text; null when there is no text. */
type ReadFile = <T>(file: string, parse: Parse<T>) => Promise<T | null>;

/**
 * Reads and checks a folder in the format of `geo-data/README.md`, all of it before anything is used. All faults are
 * told, file by file, so that they can be mended in one go.
 */
export async function readAreaFolder(path: string): Promise<AreaFolderResult> {
  if (!(await isFolder(path))) {
    return { ok: false, faults: [{ file: '', row: null, field: null, code: 'folder-missing', values: {} }] };
  }
  const faults: AreaFolderFault[] = [];
  const readFile: ReadFile = async (file, parse) => {
    const report: ReportFault = ({ code, row = null, field = null, values = {} }) => {
      faults.push({ file, row, field, code, values });
    };
    const text = await readFolderFile(join(path, file), report);
    return text === null ? null : parse(text, report);
  };

  const area = await readFile('area.json', readArea);
  const boundary = await readFile('boundary.geojson', readOutline);
  const names = await readdir(path);
  const land = names.includes('land.geojson') ? await readFile('land.geojson', readOutline) : null;
  const associations = await readFile('associations.csv', (text, report) =>
    readAssociations(text, boundary, report),
  );
  const villages = await readFile('villages.csv', (text, report) => readVillages(text, boundary, report));
  const planFiles = names.includes('plans') ? await listPlanFiles(join(path, 'plans')) : [];
  const plans = await readPlans(planFiles, { boundary, associations: associations?.ids ?? null }, readFile);
  faults.push(...checkPlans(plans, { complete: plans.length === planFiles.length }));

  if (faults.length > 0 || area === null || boundary === null || associations === null || villages === null) {
    return { ok: false, faults };
  }
  const folder = {
    area: { ...area, boundary, land },
    associations: associations.associations,
    villages,
    plans: plans.map(({ plan }) => plan),
  };
  return { ok: true, folder };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** The plan files by name, so that faults come in the same order on every machine. */
async function listPlanFiles(path: string): Promise<string[]> {
  if (!(await isFolder(path))) return [];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.geojson'))
    .sort()
    .map((name) => `plans/${name}`);
}

async function readPlans(
  files: readonly string[],
  context: PlanContext,
  readFile: ReadFile,
): Promise<PlanOfFile[]> {
  const plans: PlanOfFile[] = [];
  for (const file of files) {
    const plan = await readFile(file, (text, report) => readPlan(text, context, report));
    if (plan !== null) plans.push({ file, plan });
  }
  return plans;
}
