import type { BrowserContext } from "@playwright/test";

/** What a refused address writes by itself: tests ask for such addresses on purpose. */
const EXPECTED = /^Failed to load resource: the server responded with a status of 40[34]/;

/** Every error that the pages of a browser write or throw, refusals of the content policy among them. */
export function watchFaults(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text()))
      faults.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`${error.page()?.url()}: ${error.error().stack}`));
  return faults;
}
