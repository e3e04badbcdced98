import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** WCAG 2.2 AA as far as a machine can tell; `what` names the page where it fails. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  await expectNoViolation(page, { type: "tag", values: WCAG_22_AA }, what);
}

/** Contrast alone: what another theme can break. */
export async function expectContrast(page: Page, what = page.url()): Promise<void> {
  await expectNoViolation(page, { type: "rule", values: ["color-contrast"] }, what);
}

type Rules = { type: "tag" | "rule"; values: string[] };

async function expectNoViolation(page: Page, runOnly: Rules, what: string): Promise<void> {
  // A page that is led to from another takes its title a moment after its words.
  await expect(page, what).toHaveTitle(/./);
  // Our pages have no frames, and what passes need not be carried here.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ runOnly, resultTypes: ["violations"] });
  const { violations } = await builder.analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${what}: ${id}, ${help}\n  ${node.target.join(" ")}\n  ${node.failureSummary}`),
  );
  expect(findings).toEqual([]);
}
