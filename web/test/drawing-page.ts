import type { MultiPolygon, Position, TerritoryCollection } from '@nitaq/core';
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import { type Language, NitaqPage } from './nitaq-page.ts';

const WORDS = {
  ar: { start: 'الرسم على هذه المسودة', startFrom: 'رسم خطة جديدة انطلاقًا من هذه', saved: 'حُفظت المسودة' },
  en: { start: 'Draw on this draft', startFrom: 'Draw a new plan from this one', saved: 'Draft saved' },
} as const;

const AREA = '/api/v1/areas/al-lith';
const ZOOM = 11;

/** A draft that is drawn, made for one test. */
export class DrawingPage extends NitaqPage {
  readonly request: APIRequestContext;
  readonly plan: string;

  private constructor(page: Page, language: Language, plan: string) {
    super(page, language);
    this.request = page.request;
    this.plan = plan;
  }

  /** Makes a draft of a shipped plan. */
  static async of(page: Page, language: Language, from = 'draft-whole'): Promise<DrawingPage> {
    const made = await page.request.post(`${AREA}/plans`, { data: { title: 'Test', from } });
    const { id } = (await made.json()) as { id: string };
    return new DrawingPage(page, language, id);
  }

  /** The same draft on another page. */
  beside(page: Page): DrawingPage {
    return new DrawingPage(page, this.language, this.plan);
  }

  /** Opens the draft with a place in the middle of the map, and begins to draw. */
  async draw(centre: Position | null = null, association: string | null = null): Promise<void> {
    const at = centre === null ? {} : { at: `${centre.join(',')},${ZOOM}` };
    await this.open({ plan: this.plan, ...at });
    await this.page.getByRole('button', { name: WORDS[this.language].start }).click();
    await expect(this.page.locator('.drawing-panel')).toBeVisible();
    if (association !== null) await this.choose(association);
    await this.page.keyboard.press('r');
    await this.mapIsStill();
  }

  /** Takes the territory that is drawn. */
  async choose(association: string): Promise<void> {
    await this.page.locator(`.territory-option input[value="${association}"]`).check({ force: true });
  }

  get tools(): Locator {
    return this.page.locator('.drawing-tools');
  }

  get notice(): Locator {
    return this.page.locator('.notice');
  }

  async isSaved(): Promise<void> {
    await expect(this.page.locator('.saving-line[data-state="saved"]')).toContainText(
      WORDS[this.language].saved,
    );
  }

  /** Takes the vertex in the middle of the map and moves it by a key. */
  async moveVertex(key: 'ArrowUp' | 'ArrowDown'): Promise<void> {
    const { x, y } = await this.middle();
    await this.page.mouse.click(x, y);
    await this.page.locator('canvas.maplibregl-canvas').first().focus();
    await this.page.keyboard.press(key);
  }

  /** The middle of the map on the screen. */
  async middle(): Promise<{ x: number; y: number }> {
    const box = await this.page.locator('.map-host').boundingBox();
    if (!box) throw new Error('The map is not shown');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** What the service has of a territory. */
  async stored(association: string): Promise<MultiPolygon> {
    const answer = await this.request.get(`${AREA}/plans/${this.plan}/territories`);
    const { features } = (await answer.json()) as TerritoryCollection;
    const geometry = features.find(({ id }) => id === association)?.geometry;
    if (!geometry) throw new Error(`${association} has no territory`);
    return geometry;
  }

  /** What the service says of the draft. */
  async coverage(): Promise<{
    gaps: { features: unknown[] };
    overlaps: { features: unknown[] };
    slivers: { features: unknown[] };
    villages: { id: string; associations: string[] }[];
  }> {
    return await (await this.request.get(`${AREA}/plans/${this.plan}/coverage`)).json();
  }
}

/** Whether a territory has a vertex at a place. */
export function hasVertex({ coordinates }: MultiPolygon, [x, y]: Position): boolean {
  return coordinates.flat(2).some((vertex) => vertex[0] === x && vertex[1] === y);
}
