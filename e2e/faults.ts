import type { BrowserContext } from "@playwright/test";

/** Browsers log each refused address; tests request such addresses deliberately. */
const EXPECTED = /^Failed to load resource: the server responded with a status of 40[34]/;

/** Collects errors that pages log or throw, including violations of the content security policy. */
export function watchFaults(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text()))
      faults.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`${error.page()?.url()}: ${error.error().stack}`));
  return faults;
}
