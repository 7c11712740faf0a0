/** What stands for a village that people reported as missing, in each language. */
export const MISSING_MARK = { ar: '؟', en: '?' } as const;
