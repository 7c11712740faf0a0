import { expect, NitaqPage, test } from './nitaq-page.ts';

test('a village without a location is given coordinates, takes part at once, and can be taken back', async ({
  page,
}) => {
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  const list = nitaq.list('unlocated');
  const before = await list.getByRole('listitem').count();
  const name = await list.getByRole('listitem').first().locator('.text-button').innerText();

  await list.getByRole('button', { name: new RegExp(`Coordinates: .${name}`) }).click();
  const dialog = page.getByRole('dialog');
  await nitaq.hasNoAxeViolation();
  await dialog.getByLabel('Latitude').fill('200, 40.447');
  await dialog.getByRole('button', { name: 'Save this place' }).click();
  await expect(dialog.getByRole('alert')).toContainText('between');
  await dialog.getByLabel('Latitude').fill('٢٠٫٣١٦, ٤٠٫٤٤٧');
  await dialog.getByRole('button', { name: 'Save this place' }).click();

  await expect(nitaq.card).toContainText(/Served by .*Ghumayqah/);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect(list.getByRole('listitem')).toHaveCount(before - 1);
  await page.keyboard.press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(before);
  await expect(nitaq.card).toBeFocused();
  await expect(nitaq.card).toContainText('not known yet');
});

test('swapped coordinates are answered in the order and digits of the dialog', async ({ page, faults }) => {
  const nitaq = new NitaqPage(page, 'ar');
  await nitaq.open();
  const open = nitaq.list('unlocated').getByRole('button', { name: /بالإحداثيات/ });
  await open.first().click();
  const dialog = page.getByRole('dialog');
  const latitude = dialog.getByLabel('خط العرض');
  await latitude.fill('٤٠٫٥ ٢٠٫٥');
  await expect(dialog.getByLabel('خط الطول')).toHaveValue('٢٠٫٥');
  const save = dialog.getByRole('button', { name: 'حفظ هذا الموقع' });
  await save.click();
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText(/خط العرض .?٢٠٫٥٠٠٠.? وخط الطول .?٤٠٫٥٠٠٠/);
  // The browser itself writes down that the service refused.
  expect(faults.splice(0)).toEqual([expect.stringContaining('422')]);
  await latitude.fill('٢٠٠');
  await expect(alert).toBeHidden();
  await save.click();
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText('كلاهما بالدرجات');
});

test('a village is pinned on the map with the keyboard', async ({ page }) => {
  const nitaq = new NitaqPage(page, 'ar');
  await nitaq.open();
  const list = nitaq.list('unlocated');
  const before = await list.getByRole('listitem').count();
  await list
    .getByRole('button', { name: /على الخريطة/ })
    .last()
    .press('Enter');
  await expect(page.locator('.map-host canvas.maplibregl-canvas')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(before - 1);
  await page.getByRole('button', { name: 'تراجع' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(before);
});

test('Escape leaves the map as it was', async ({ page }) => {
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  await nitaq
    .list('unlocated')
    .getByRole('button', { name: /Pin on map/ })
    .first()
    .click();
  await expect(page.locator('.placing-bar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.placing-bar')).toBeHidden();
});
