const STORAGE_KEY = 'nitaq.preferences';

export function readPreferences(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

export function writePreferences(text: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, text);
  } catch {
    // Storage may be switched off; the choice then lasts as long as the page.
  }
}
