import type { RouteOptions } from 'fastify';

interface Limit {
  readonly route: string;
  readonly ofAddress: number;
  readonly ofKey: number | null;
}

/** The limits of all routes that have one, as their own configuration says them, in Markdown. */
export class LimitsTable {
  readonly #limits: Limit[] = [];

  add({ method, url, config, schema }: RouteOptions): void {
    const { rateLimit, aMinute, described } = config ?? {};
    const isHidden = (described ?? schema)?.hide === true;
    const ofAddress = aMinute?.ofAddress ?? (rateLimit || undefined)?.max;
    if (ofAddress === undefined || isHidden || method === 'HEAD') return;
    if (typeof ofAddress !== 'number') throw new Error(`${url} does not say its limit as a number`);
    this.#limits.push({
      route: `${[method]
        .flat()
        .filter((one) => one !== 'HEAD')
        .join(', ')} ${url.replaceAll(/:(\w+)/g, '{$1}')}`,
      ofAddress,
      ofKey: aMinute?.ofKey ?? null,
    });
  }

  toString(): string {
    const rows = this.#limits.map(
      ({ route, ofAddress, ofKey }) =>
        `| \`${route}\` | ${written(ofAddress)} | ${ofKey === null ? 'takes none' : written(ofKey)} |`,
    );
    return `### Limits

Requests a minute. Each of these addresses counts by itself; \`ratelimit-*\` headers tell what is left, 429 and \
\`retry-after\` that one has to wait. Reports, and maps, agreements and cards drawn of them, count together, and by person \
for those who are signed in. All others have no limit of their own.

| address | from one address of the network | with one key |
| --- | --- | --- |
${rows.join('\n')}`;
  }
}

function written(count: number): string {
  return count.toLocaleString('en');
}
