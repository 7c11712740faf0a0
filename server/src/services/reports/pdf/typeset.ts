import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { heldText } from '../../../held-text.ts';
import { FONT_FAMILIES, loadFonts } from './fonts.ts';

const TEMPLATES = path.resolve(import.meta.dirname, '../typst');
/** PDF/UA: tagged, titled, with its language and what its pictures show. */
const ACCESSIBLE = 'ua-1';

let compiler: Promise<NodeCompiler> | undefined;

/** Sets a document as PDF. All it says goes in as data: nothing of it is read as markup. */
export async function typeset(template: 'document' | 'village-card', shown: object): Promise<Buffer> {
  compiler ??= loadFonts().then((fonts) =>
    NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: [...fonts] }] }),
  );
  const typst = await compiler;
  // A PDF holds its title as XML.
  const data = JSON.stringify({ shown, fonts: FONT_FAMILIES }, (_, value: unknown) =>
    typeof value === 'string' ? heldText(value) : value,
  );
  typst.mapShadow(path.join(TEMPLATES, 'document.json'), Buffer.from(data));
  const source = await readFile(path.join(TEMPLATES, `${template}.typ`), 'utf8');
  try {
    const laidOut = typst.compile({ mainFileContent: source, resetRead: true });
    const { result } = laidOut;
    if (result === null) throw new Error(JSON.stringify(laidOut.takeDiagnostics()?.shortDiagnostics));
    // What it remembered while it laid the pages out makes room for writing them.
    typst.evictCache(0);
    return printed(typst, result);
  } finally {
    typst.resetShadow();
    // What was laid out is of no use to the next document, and would only grow.
    typst.evictCache(0);
  }
}

function printed(typst: NodeCompiler, pages: NodeTypstDocument): Buffer {
  const print = (standard: object) => typst.pdf(pages, standard);
  try {
    return print({ pdfStandard: ACCESSIBLE });
  } catch (error) {
    // A name in letters that no font here has is printed as well as can be: tagged, but not to the standard.
    if (!String(error).includes('PDF/UA')) throw error;
    return print({});
  }
}
