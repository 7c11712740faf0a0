import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export type Language = 'ar' | 'en';

/** The words by which a person finds things, in each language. */
const WORDS = {
  ar: {
    search: 'البحث عن قرية',
    gaps: /الفجوات/,
    overlaps: /التداخلات/,
    unlocated: /قرى تحتاج إلى موقع/,
    question: 'أي جمعية تخدم هذه القرية؟',
    chosen: 'المختار',
  },
  en: {
    search: 'Search for a village',
    gaps: /Gaps/,
    overlaps: /Overlaps/,
    unlocated: /Villages that need a location/,
    question: 'Which association serves this village?',
    chosen: 'What is chosen',
  },
} as const;

/** The page as a person meets it. */
export class NitaqPage {
  readonly page: Page;
  readonly words: (typeof WORDS)[Language];
  readonly language: Language;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
    this.words = WORDS[language];
  }

  /** Opens the page and waits until the map is drawn and stands still. */
  async open(query: Record<string, string> = {}): Promise<void> {
    await this.page.goto(`/?${new URLSearchParams({ lang: this.language, ...query })}`);
    await this.mapIsStill();
  }

  async mapIsStill(): Promise<void> {
    await expect(this.page.locator('.map-host')).toHaveAttribute('data-still', 'true');
  }

  get card(): Locator {
    return this.page.getByRole('region', { name: this.words.chosen });
  }

  list(name: 'gaps' | 'overlaps' | 'unlocated'): Locator {
    return this.page.getByRole('region', { name: this.words[name] });
  }

  /** The search field; on a narrow screen it is opened first. */
  async searchField(): Promise<Locator> {
    const field = this.page.getByRole('combobox', { name: this.words.search });
    if (!(await field.isVisible())) await this.page.getByRole('button', { name: this.words.search }).click();
    return field;
  }

  /** What the address says now, once it says `part`. */
  async address(part: string): Promise<URLSearchParams> {
    await expect(this.page).toHaveURL((url) => url.search.includes(part));
    return new URL(this.page.url()).searchParams;
  }

  async hasNoAxeViolation(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }

  async doesNotScrollSideways(): Promise<void> {
    const excess = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBe(0);
  }
}

/** Every test with this one fails on a console error, a thrown error, or a request to another host. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        const own = [`${baseURL}/`, 'data:', `blob:${baseURL}/`].some((start) => url.startsWith(start));
        if (!own) faults.push(`request to ${url}`);
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
