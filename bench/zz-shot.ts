import { chromium } from '@playwright/test';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--use-gl=angle','--use-angle=swiftshader','--enable-unsafe-swiftshader','--disable-quic'] });
const lang = process.argv[2] ?? 'en';
const [w, h] = (process.argv[3] ?? '1280x800').split('x').map(Number);
const dark = process.argv[4] === 'dark';
const en = lang === 'en';
const page = await browser.newPage({ viewport: { width: w!, height: h! }, colorScheme: dark ? 'dark' : 'light', hasTouch: w! < 700 });
page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') console.log('console', m.text()); });
page.on('pageerror', (e) => console.log('pageerror', e.message));
const shot = (n: string) => page.screenshot({ path: `/tmp/shots/${lang}-${w}${dark ? '-dark' : ''}-${n}.png` });
await page.goto(`http://127.0.0.1:3111/?lang=${lang}&plan=draft-whole`);
await page.locator('.map-host[data-still="true"]').waitFor();
await page.getByRole('button', { name: en ? 'Draw on this draft' : 'الرسم على هذه المسودة' }).click();
await page.locator('.territory-option').first().click();
await page.locator('.map-host[data-still="true"]').waitFor();
await page.keyboard.press('r');
await page.waitForTimeout(800);
await shot('2');
const mid = async () => { const b = (await page.locator('.map-host').boundingBox())!; return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; };
if (w! > 700) {
  await page.goto(`http://127.0.0.1:3111/?lang=${lang}&plan=draft-whole&at=40.5867,20.154,9.5`);
  await page.locator('.map-host[data-still="true"]').waitFor();
  await page.getByRole('button', { name: en ? 'Draw on this draft' : 'الرسم على هذه المسودة' }).click();
  await page.locator('.territory-option').last().click();
  await page.keyboard.press('r');
  const { x, y } = await mid();
  await page.mouse.move(x, y); await page.mouse.down();
  for (let i = 1; i <= 10; i++) { await page.mouse.move(x + 6 * i, y + 18 * i); await page.waitForTimeout(50); }
  await page.waitForTimeout(900);
  await shot('4-drag');
  await page.mouse.up();
  await page.waitForTimeout(900);
  await page.locator('.drawing-panel .disclosure-button').first().click();
  await page.waitForTimeout(500);
  await shot('5-done');
  await page.keyboard.press('Control+z'); await page.waitForTimeout(500);
}
await browser.close();
