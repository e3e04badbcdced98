import type { Locator, Page } from "@playwright/test";

/** What stands over a refused form. It has a heading, which Next's own announcer of pages has not. */
export function refusalIn(page: Page): Locator {
  return page.getByRole("alert").filter({ has: page.getByRole("heading") });
}
