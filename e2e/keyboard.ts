import { expect, type Locator, type Page } from "@playwright/test";

/** Presses of Tab after which a control counts as out of reach. */
const MOST = 150;

/**
 * Walks to a control by Tab alone. Each stop on the way must be seen to have the focus and stand in the viewport (WCAG
 * 2.4.7, 2.4.11), come after the one before it in the document (2.4.3), and let go of the focus (2.1.2).
 */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < MOST; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.evaluate(rememberFocus);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(readFocus), `stop ${presses + 1} on the way`).toEqual({
      isSeen: true,
      isMarked: true,
      isAhead: true,
      hasMoved: true,
      name: expect.anything(),
    });
  }
  throw new Error(`No press of Tab reached ${control.toString()}.`);
}

/** Marks the element that has the focus. Runs in the browser. */
function rememberFocus(): void {
  for (const marked of document.querySelectorAll("[data-walked]")) marked.removeAttribute("data-walked");
  document.activeElement?.setAttribute("data-walked", "");
}

/** Reads how the focus stands, against the element that was marked. Runs in the browser. */
function readFocus() {
  const now = document.activeElement ?? document.body;
  const before = document.querySelector("[data-walked]") ?? document.body;
  // A box that is drawn in another's place has the mark on what is seen of it.
  const shown = now.matches("input[type=radio], input[type=checkbox]") ? (now.closest("label") ?? now) : now;
  const { top, bottom, left, right, width, height } = shown.getBoundingClientRect();
  const isWithin = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  const marks = [now, shown, now.parentElement ?? now].map((element) => getComputedStyle(element));
  const follows = before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING;
  // Day, month and year of one field are a stop each.
  const isWithinField = now === before && now.matches("input:is([type=date], [type=time], [type=month])");
  return {
    isSeen: now !== document.body && isWithin && width > 0 && height > 0,
    isMarked:
      isWithinField ||
      marks.some(
        ({ outlineStyle, boxShadow }) => outlineStyle !== "none" || !["", "none"].includes(boxShadow),
      ),
    isAhead: before === document.body || follows !== 0 || isWithinField,
    hasMoved: now !== before || isWithinField,
    name: now.textContent.trim().slice(0, 40) || now.id,
  };
}
