import type { BrowserContext, Page } from "@playwright/test";

/**
 * Makes every visit of a browser end when the page's script answers for it: a person is slower than a test, and what
 * either does while React takes a page over is another test's matter. Whoever says what to wait for is left alone.
 */
export function waitForScripts(context: BrowserContext): BrowserContext {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    page.goto = async (address, options) => settle(page, await goto(address, options), options);
    page.reload = async (options) => settle(page, await reload(options), options);
    return page;
  };
  return context;
}

/** Until the script of what is shown answers for it. */
export async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(isTakenOver);
}

async function settle<Answer>(page: Page, answer: Answer, options?: { waitUntil?: string }): Promise<Answer> {
  if (!options?.waitUntil) await takenOver(page);
  return answer;
}

/** What React keeps on a page of its own, as far as it is read here. */
type ReactRoot = { stateNode: { current: { memoizedState: { isDehydrated: boolean } } } };

/** True of what React does not draw, and of a page once it is drawn again, each of its controls listened to. Runs there. */
function isTakenOver(): boolean {
  const keyOf = (node: object, start: string) => Object.keys(node).find((key) => key.startsWith(start));
  if (!document.querySelector("script[src*='/_next/']")) return true;
  const key = keyOf(document, "__reactContainer$");
  if (!key) return false;
  const root: ReactRoot = Reflect.get(document, key);
  // What carries an action to a page without script is the server's alone.
  const controls = document.body.querySelectorAll(
    "a, button, form, input:not([type=hidden]), select, textarea",
  );
  return (
    !root.stateNode.current.memoizedState.isDehydrated &&
    [...controls].every((control) => keyOf(control, "__reactProps$") !== undefined)
  );
}
