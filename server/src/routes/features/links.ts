import type { Language } from '@nitaq/core';
import { HTML_TYPE } from './representation.ts';
import { say } from './words.ts';

export const QUERYABLES_REL = 'http://www.opengis.net/def/rel/ogc/1.0/queryables';

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title: string;
  readonly hreflang?: Language;
}

/** The address of a part of `/ogc`, with the parameters that are not left out. */
export function addressOf(
  base: string,
  path: string,
  parameters: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const query = new URLSearchParams(given).toString();
  return `${base}${path}${query === '' ? '' : `?${query}`}`;
}

/** The links of a document to itself and to the page of it. */
export function ownLinks(
  { base, path, type, language }: { base: string; path: string; type: string; language: Language },
  parameters: Readonly<Record<string, string | undefined>> = {},
): Link[] {
  const { f: _, ...kept } = parameters;
  return [
    {
      href: addressOf(base, path, { ...kept, f: 'json' }),
      rel: 'self',
      type,
      title: say('thisDocument', language),
      hreflang: language,
    },
    {
      href: addressOf(base, path, { ...kept, f: 'html' }),
      rel: 'alternate',
      type: HTML_TYPE,
      title: say('otherForm', language, { form: 'HTML' }),
      hreflang: language,
    },
  ];
}
