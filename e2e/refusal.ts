import type { Locator, Page } from "@playwright/test";

/** Selects by heading, because Next's route announcer has the alert role too. */
export function refusalIn(page: Page): Locator {
  return page.getByRole("alert").filter({ has: page.getByRole("heading") });
}
