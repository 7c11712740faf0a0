import type { FileKind } from '../model/document.ts';
import { isUtf8Text } from './is-utf8-text.ts';
import { zipEntryNames } from './zip-entry-names.ts';

const SIGNATURES: readonly (readonly [kind: FileKind, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Programs within a document. */
const MACROS = /(?:^|\/)(?:vbaProject\.bin|macrosheets\/|activeX\/)/iu;
/** What a file is by what is in it; null: nothing that is kept, such as a program, a document with macros, or nothing at all. */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  if (bytes.length === 0) return null;
  const signed = SIGNATURES.find(([, signature]) => begins(bytes, signature));
  if (signed !== undefined) return signed[0];
  if (begins(bytes, ZIP)) return officeKindOf(bytes);
  // Also Markdown, and pages: nobody shows them but as text.
  return isUtf8Text(bytes) ? 'text' : null;
}

function officeKindOf(bytes: Uint8Array): FileKind | null {
  const names = zipEntryNames(bytes);
  if (names === null || !names.includes('[Content_Types].xml') || names.some((name) => MACROS.test(name)))
    return null;
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : null;
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
