/** Where somebody who watches a village confirms and leaves. Mail programs leave by it, so the secret stands in its path. */
export function watchAddress(publicUrl: URL, secret: string): string {
  return `${publicUrl.origin}/api/v1/watches/${secret}`;
}
