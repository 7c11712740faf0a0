import type { CollectionDocument } from './collection-document.ts';
import type { Asked } from './feature-context.ts';
import { addressOf } from './links.ts';
import { say } from './words.ts';

interface Above {
  readonly title: string;
  readonly href: string;
}

/** The way to the first page. */
export function startAbove({ base, language }: Pick<Asked, 'base' | 'language'>): Above[] {
  return [{ title: say('title', language), href: addressOf(base, '', { f: 'html', lang: language }) }];
}

/** The way to a collection, or to what is in it. */
export function collectionsAbove(
  asked: Pick<Asked, 'base' | 'language'>,
  within?: CollectionDocument,
): Above[] {
  const { base, language } = asked;
  const href = (path: string) => addressOf(base, path, { f: 'html', lang: language });
  return [
    ...startAbove(asked),
    { title: say('collections', language), href: href('/collections') },
    ...(within === undefined ? [] : [{ title: within.title, href: href(`/collections/${within.id}`) }]),
  ];
}
