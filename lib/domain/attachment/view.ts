/** Types that a browser shows by itself without running what they hold: all that an answer may send as inline. */
const VIEWABLE: ReadonlySet<string> = new Set(["application/pdf", "image/png", "image/jpeg", "image/webp"]);

export function isViewable(contentType: string): boolean {
  return VIEWABLE.has(contentType);
}
