import { type AnsweredList, tableOf } from './answer-list.ts';

/** Saves the list with its answers in the form in which it came. */
export async function downloadList(answered: AnsweredList): Promise<void> {
  const { file, values } = answered.list;
  const name = `${file.replace(/\.[^.]*$/, '')}-nitaq`;
  if (values === null) return save(`${name}.csv`, tableOf(answered), 'text/csv;charset=utf-8');
  const { workbookOf } = await import('./workbook.ts');
  save(
    `${name}.xlsx`,
    await workbookOf(answered),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
}

function save(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
