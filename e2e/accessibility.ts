import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Checks WCAG 2.2 AA by axe; `what` names the page in a failure. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  await expectNoViolation(page, { type: "tag", values: WCAG_22_AA }, what);
}

/** Checks every rule of WCAG 2.2 AA but contrast, which is the slowest and depends on the theme alone. */
export async function expectAccessibleButContrast(page: Page, what = page.url()): Promise<void> {
  const rules = { "color-contrast": { enabled: false } };
  await expectNoViolation(page, { type: "tag", values: WCAG_22_AA }, what, rules);
}

/** Checks contrast of 7 to 1, WCAG 2.2 AAA. */
export async function expectEnhancedContrast(page: Page, what = page.url()): Promise<void> {
  await expectNoViolation(page, { type: "rule", values: ["color-contrast-enhanced"] }, what);
}

/** The minified script, which every page parses anew: half the time of the one that is sent by default. */
const axeSource = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

type Rules = { type: "tag" | "rule"; values: string[] };

async function expectNoViolation(
  page: Page,
  runOnly: Rules,
  what: string,
  rules: Record<string, { enabled: boolean }> = {},
): Promise<void> {
  // Next sets the title a moment after the content of a client-side navigation.
  await expect(page, what).toHaveTitle(/./);
  // Legacy mode: the pages have no frames, and passed rules need not be returned.
  const builder = new AxeBuilder({ page, axeSource })
    .setLegacyMode()
    .options({ runOnly, rules, resultTypes: ["violations"] });
  const { violations } = await builder.analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${what}: ${id}, ${help}\n  ${node.target.join(" ")}\n  ${node.failureSummary}`),
  );
  expect(findings).toEqual([]);
}
