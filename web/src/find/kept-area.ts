/** What the page keeps of an area on the phone: the answers of the service, as they came. */
const KEPT = 'nitaq-find-kept';
const KEPT_ON = 'nitaq.find.kept';

const addressesOf = (area: string): readonly string[] => [
  `/api/v1/areas/${area}`,
  `/api/v1/areas/${area}/associations`,
  `/api/v1/areas/${area}/plans/in-force/coverage`,
  `/api/v1/areas/${area}/plans/in-force/territories`,
  `/api/v1/areas/${area}/plans/in-force/shared-zones`,
];

export const firstVillagesOf = (area: string): string => `/api/v1/areas/${area}/villages?limit=1000`;

/** Keeps the plan in force of an area, its villages and associations; what was kept before stays where that fails. */
export async function keepArea(area: string): Promise<void> {
  if (!('caches' in window)) return;
  const kept = await caches.open(KEPT);
  const answers = await Promise.all(addressesOf(area).map(fetched));
  const pages: (readonly [string, Response])[] = [];
  for (let next: string | null = firstVillagesOf(area); next !== null; ) {
    const [address, page]: readonly [string, Response] = await fetched(next);
    pages.push([address, page]);
    next = nextPageOf(area, await page.clone().json());
  }
  // Where no land is on record there is nothing to keep.
  const land = await fetched(`/api/v1/areas/${area}/land`).then(
    (one) => [one],
    () => [],
  );
  for (const [address, answer] of [...answers, ...land, ...pages]) await kept.put(address, answer);
  rememberDay(area, new Date().toISOString());
}

/** What was kept at an address; null: nothing. */
export async function keptAt<T>(address: string): Promise<T | null> {
  if (!('caches' in window)) return null;
  const answer = await (await caches.open(KEPT)).match(address);
  return answer === undefined ? null : ((await answer.json()) as T);
}

/** The areas that are kept, each with the instant at which it was. */
export function keptAreas(): Readonly<Record<string, string>> {
  try {
    const days: unknown = JSON.parse(localStorage.getItem(KEPT_ON) ?? '{}');
    return typeof days === 'object' && days !== null ? (days as Record<string, string>) : {};
  } catch {
    return {};
  }
}

export function nextPageOf(area: string, page: { readonly next?: string | null }): string | null {
  return page.next ? `${firstVillagesOf(area)}&cursor=${encodeURIComponent(page.next)}` : null;
}

async function fetched(address: string): Promise<readonly [string, Response]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return [address, answer];
}

function rememberDay(area: string, day: string): void {
  try {
    localStorage.setItem(KEPT_ON, JSON.stringify({ ...keptAreas(), [area]: day }));
  } catch {
    // Storage may be full or switched off; the day then goes unsaid.
  }
}
