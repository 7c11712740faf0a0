/** Part of a JSON document. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface NamedSchemas {
  readonly paths: Json;
  readonly schemas: Readonly<Record<string, Json>>;
}

/**
 * Puts every schema that bears a title in one place under that name, and a reference where it stood: what many routes
 * answer is described once, and generated clients have a name for it.
 */
export function namedSchemas(paths: Json): NamedSchemas {
  const schemas: Record<string, Json> = {};
  const withReferences = (part: Json): Json => {
    if (part === null || typeof part !== 'object') return part;
    if (isList(part)) return part.map(withReferences);
    const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withReferences(value)]));
    if (typeof part.title !== 'string' || !('type' in part || 'anyOf' in part)) return copy;
    schemas[part.title] = copy;
    return { $ref: `#/components/schemas/${part.title}` };
  };
  return { paths: withReferences(paths), schemas };
}

function isList(part: Json): part is readonly Json[] {
  return Array.isArray(part);
}
