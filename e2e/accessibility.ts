import { readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import type { default as Axe, RunOptions } from "axe-core";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The minified script, which every page parses anew: half the time of the other. */
const axeSource = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/**
 * Gives axe to every page of a context as it opens: sent once, not for each check. Worth its parsing only where nearly
 * every page is checked.
 */
export async function preloadAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: axeSource });
}

/** Checks WCAG 2.2 AA by axe; `what` names the page in a failure. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  await expectNoViolation(page, { runOnly: { type: "tag", values: WCAG_22_AA } }, what);
}

/** Checks every rule of WCAG 2.2 AA but contrast, which is the slowest and depends on the theme alone. */
export async function expectAccessibleButContrast(page: Page, what = page.url()): Promise<void> {
  const rules = { "color-contrast": { enabled: false } };
  await expectNoViolation(page, { runOnly: { type: "tag", values: WCAG_22_AA }, rules }, what);
}

/** Checks contrast of 7 to 1, WCAG 2.2 AAA. */
export async function expectEnhancedContrast(page: Page, what = page.url()): Promise<void> {
  await expectNoViolation(page, { runOnly: { type: "rule", values: ["color-contrast-enhanced"] } }, what);
}

async function expectNoViolation(page: Page, options: RunOptions, what: string): Promise<void> {
  let violations = await runAxe(page, options, what);
  // A client-side navigation takes the title of the page before away, and sets its own a moment later.
  if (violations.some((violation) => violation.startsWith("document-title")))
    violations = await runAxe(page, options, what);
  expect(violations.map((violation) => `${what}: ${violation}`)).toEqual([]);
}

/** Runs axe once the page has a title; passed rules need not be returned. */
async function runAxe(page: Page, options: RunOptions, what: string): Promise<string[]> {
  await expect(page, what).toHaveTitle(/./);
  if (!(await page.evaluate(hasAxe))) await page.evaluate(axeSource);
  return page.evaluate(findViolations, { ...options, resultTypes: ["violations"] as const });
}

/** Runs in the browser. */
function hasAxe(): boolean {
  return "axe" in window;
}

/** Describes each element that fails a rule. Runs in the browser. */
async function findViolations(options: object): Promise<string[]> {
  const axe: typeof Axe = Reflect.get(window, "axe");
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}, ${help}\n  ${target.join(" ")}\n  ${failureSummary}`),
  );
}
