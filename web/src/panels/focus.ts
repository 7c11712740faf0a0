/** Where the keyboard goes when what it was on has left the page. */

/** To the card about what is chosen, else to the lists. */
export function focusCard(): void {
  (element('.answer-card') ?? element('#lists'))?.focus();
}

/** To the map, from what has done its work. */
export function focusMap(): void {
  (element('.map-host canvas') ?? element('#lists'))?.focus();
}

/** From a card that closes: to the entry of the list that opened it, else to the map, else to the lists. */
export function focusBehindCard(): void {
  const behind = element('.lists [aria-current="true"]') ?? element('.map-host canvas') ?? element('#lists');
  behind?.focus();
}

/** Whether the keyboard is nowhere, or within `part`. */
export function isFocusLostOrIn(part: Element | null): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || part?.contains(activeElement) === true;
}

function element(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}
