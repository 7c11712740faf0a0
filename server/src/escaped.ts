import { heldText } from './held-text.ts';

/** A text as it stands in HTML and in XML, in an attribute too. */
export function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return heldText(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
