import type { Language } from '@nitaq/core';
import { ar } from './ar.ts';
import { en, type Messages } from './en.ts';

export type { MessageKey } from './en.ts';

export const CATALOGUES: Readonly<Record<Language, Messages>> = { ar, en };
