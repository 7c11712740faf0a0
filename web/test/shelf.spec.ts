import type { ShelfDocument } from '@nitaq/core';
import { expect, NitaqPage, test } from './nitaq-page.ts';

const SHELF = '/api/v1/areas/al-lith/documents';

test('what another saved while a form was open is not overwritten before it was seen', async ({
  page,
  faults,
}) => {
  const input = { title: 'درس عن الطريق', text: 'كما كُتب أولًا', tags: [], links: [] };
  const { id } = (await (await page.request.post(SHELF, { data: input })).json()) as ShelfDocument;
  await new NitaqPage(page, 'ar').open();
  const row = page.locator('.shelf-row', { hasText: 'درس عن الطريق' });
  await row.getByRole('button', { name: /تعديل/ }).click();
  const form = page.getByRole('form', { name: /تعديل/ });
  await form.getByLabel(/ما الذي نجح/).fill('ما كتبته أنا');
  const theirs = { ...input, text: 'ما كتبه غيري' };
  const put = await page.request.put(`${SHELF}/${id}`, { data: theirs, headers: { 'if-match': '*' } });
  expect(put.ok()).toBe(true);
  await expect(row.locator('.shelf-text')).toHaveText('ما كتبه غيري');
  await form.getByRole('button', { name: 'حفظ' }).click();
  await expect(page.getByRole('alert')).toContainText('غيّره شخص آخر قبلك');
  await expect(row.locator('.shelf-text')).toHaveText('ما كتبه غيري');
  await expect(form.getByLabel(/ما الذي نجح/)).toHaveValue('ما كتبته أنا');
  await form.getByRole('button', { name: 'حفظ' }).click();
  await expect(row.locator('.shelf-text')).toHaveText('ما كتبته أنا');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.request.delete(`${SHELF}/${id}`, { headers: { 'if-match': '*' } });
  await expect(row).toHaveCount(0);
  // The browser tells of every refusal.
  expect(faults.splice(0).every((fault) => fault.includes('412'))).toBe(true);
});
