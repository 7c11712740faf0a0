/** The languages every text exists in; the first is the one the product thinks in. Apart from all schemas, which a small page does without. */
export const LANGUAGES = ['ar', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
