import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Checks WCAG 2.2 AA by axe; `what` names the page in a failure. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  await expectNoViolation(page, { type: "tag", values: WCAG_22_AA }, what);
}

/** Checks contrast alone, the rule that another theme can break. */
export async function expectContrast(page: Page, what = page.url()): Promise<void> {
  await expectNoViolation(page, { type: "rule", values: ["color-contrast"] }, what);
}

type Rules = { type: "tag" | "rule"; values: string[] };

async function expectNoViolation(page: Page, runOnly: Rules, what: string): Promise<void> {
  // Next sets the title a moment after the content of a client-side navigation.
  await expect(page, what).toHaveTitle(/./);
  // Legacy mode: the pages have no frames, and passed rules need not be returned.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ runOnly, resultTypes: ["violations"] });
  const { violations } = await builder.analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${what}: ${id}, ${help}\n  ${node.target.join(" ")}\n  ${node.failureSummary}`),
  );
  expect(findings).toEqual([]);
}
