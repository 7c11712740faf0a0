import type { Asked } from './feature-context.ts';
import { anchor, htmlPage, list } from './html-page.ts';
import { addressOf, type Link, ownLinks } from './links.ts';
import { HTML_TYPE, JSON_TYPE, OPENAPI_TYPE, type Representations } from './representation.ts';
import { say } from './words.ts';

/** The first document of `/ogc`, which leads to all others. */
export function landingPage({ base, path, language, page }: Asked): Representations {
  const title = say('title', language);
  const description = say('description', language);
  const link = (rel: string, part: 'api' | 'conformance' | 'collections', type: string): Link => ({
    href: addressOf(base, `/${part}`, { f: type === HTML_TYPE ? 'html' : 'json' }),
    rel,
    type,
    title: say(part, language),
    hreflang: language,
  });
  const links = [
    ...ownLinks({ base, path, type: JSON_TYPE, language }),
    link('service-desc', 'api', OPENAPI_TYPE),
    link('service-doc', 'api', HTML_TYPE),
    link('conformance', 'conformance', JSON_TYPE),
    link('http://www.opengis.net/def/rel/ogc/1.0/conformance', 'conformance', JSON_TYPE),
    link('data', 'collections', JSON_TYPE),
    link('http://www.opengis.net/def/rel/ogc/1.0/data', 'collections', JSON_TYPE),
  ];
  return {
    type: JSON_TYPE,
    json: () => JSON.stringify({ title, description, links }),
    html: () =>
      htmlPage({
        ...page,
        title,
        description,
        above: [],
        body: list(
          (['collections', 'api', 'conformance'] as const).map((part) =>
            anchor(addressOf(base, `/${part}`, { f: 'html', lang: language }), say(part, language)),
          ),
        ),
      }),
  };
}
