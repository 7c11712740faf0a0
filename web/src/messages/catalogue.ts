import type { Language } from '@nitaq/core';
import { ar } from './ar.ts';
import { en } from './en.ts';

export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, string>>;

export const CATALOGUES: Readonly<Record<Language, Messages>> = { ar, en };
