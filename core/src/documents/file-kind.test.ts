import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileKindOf } from './file-kind.ts';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

/** A ZIP file with empty files of these names. */
function zip(...names: string[]): Uint8Array {
  const local = Buffer.from([0x50, 0x4b, 3, 4, ...Array<number>(26).fill(0)]);
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(name.length, 28);
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, ...entries, end]));
}

test.each([
  ['pdf', utf8('%PDF-1.7\n…')],
  ['png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ['jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
  ['docx', zip('[Content_Types].xml', 'word/document.xml')],
  ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
  ['text', utf8('# ما نجح\n\nزيارة كل قرية قبل التوزيع 👍')],
] as const)('what is in a file tells that it is %s', (kind, bytes) => {
  expect(fileKindOf(bytes)).toBe(kind);
});

test.each([
  ['nothing', new Uint8Array()],
  ['a program', utf8('\u007fELF')],
  ['another kind of archive', zip('a.txt')],
  ['a document with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
  ['a sheet with macros', zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/macrosheets/sheet1.xml')],
  ['a broken archive', zip('[Content_Types].xml', 'word/document.xml').subarray(0, 60)],
  ['an image that is none of those taken', utf8('GIF89a\u0001\u0000')],
  ['text with a character that is no text', utf8('a\u001bb')],
  ['text that ends in half a character', utf8('قرية').subarray(0, 7)],
  ['a character longer than it need be', new Uint8Array([0xc0, 0xaf])],
  ['half of a surrogate pair', new Uint8Array([0xed, 0xa0, 0x80])],
  ['text in another encoding', new Uint8Array([0xe3, 0xd1, 0xcd, 0xc8, 0xc7])],
])('%s is not taken', (_, bytes) => {
  expect(fileKindOf(bytes)).toBeNull();
});

test('whatever a person writes is text, and no bytes break the reading of a file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const written = text.replace(/\p{Cc}/gu, ' ');
      if (!written.startsWith('%PDF-') && !written.startsWith('PK'))
        expect(fileKindOf(utf8(written))).toBe('text');
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const isDecoded = (() => {
        try {
          new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
          return true;
        } catch {
          return false;
        }
      })();
      if (fileKindOf(bytes) === 'text') expect(isDecoded).toBe(true);
      fileKindOf(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]));
    }),
  );
});
