import type { BrowserContext, Page } from "@playwright/test";

/**
 * Makes each navigation wait for hydration, because a test acts faster than a person. Calls with their own `waitUntil`
 * are unchanged.
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

/** Resolves when the page is hydrated. */
export async function waitUntilHydrated(page: Page): Promise<void> {
  await page.waitForFunction(isHydrated);
}

/**
 * Opens an address as a link does: the document stays, so that its scripts are neither parsed nor hydrated again. What the
 * router does not draw, it loads itself.
 */
export async function followTo(page: Page, address: string): Promise<void> {
  const before = page.url();
  if (new URL(address, before).href === before) return;
  await page.evaluate(pushAddress, address);
  await page.waitForURL((url) => url.href !== before);
  await waitUntilHydrated(page);
}

/** Next's router, as far as the test uses it. */
type Router = { push: (address: string) => void };

/** Runs in the browser. */
function pushAddress(address: string): void {
  const { router }: { router: Router } = Reflect.get(window, "next");
  router.push(address);
}

async function settle<Answer>(page: Page, answer: Answer, options?: { waitUntil?: string }): Promise<Answer> {
  if (!options?.waitUntil) await waitUntilHydrated(page);
  return answer;
}

/** React's internal root on a page, as far as the test reads it. */
type ReactRoot = { stateNode: { current: { memoizedState: { isDehydrated: boolean } } } };

/** Returns true for pages without React and after hydration of every control. Runs in the browser. */
function isHydrated(): boolean {
  const keyOf = (node: object, start: string) => Object.keys(node).find((key) => key.startsWith(start));
  if (!document.querySelector("script[src*='/_next/']")) return true;
  const key = keyOf(document, "__reactContainer$");
  if (!key) return false;
  const root: ReactRoot = Reflect.get(document, key);
  // Only the server renders the hidden fields of an action without JavaScript.
  const controls = document.body.querySelectorAll(
    "a, button, form, input:not([type=hidden]), select, textarea",
  );
  // Rows drawn as markup have no props: the element that holds them has.
  const isHydrated = (control: Element) => {
    let holder: Element | null = control;
    while (holder && !keyOf(holder, "__reactProps$")) holder = holder.parentElement;
    if (!holder || holder === control) return holder !== null;
    const props: object = Reflect.get(holder, keyOf(holder, "__reactProps$") ?? "");
    return "dangerouslySetInnerHTML" in props;
  };
  return !root.stateNode.current.memoizedState.isDehydrated && [...controls].every(isHydrated);
}
