import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeController } from "@/prisma/factories/register";
import { makeTransfer } from "@/prisma/factories/transfer";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a line of the morning leads to its act, and goes once it is done", async ({
  page,
  context,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Orvelle SAS" });
  const { reference } = await makeTransfer(organisation, { controllerId });
  const instruction = await makeInstruction(organisation, { controllerId, code: "ORV" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}`);
  const main = page.getByRole("main");
  const lines = main.getByRole("listitem");
  await expect(lines.filter({ hasText: reference })).toContainText("Suspendre le transfert");
  await expect(lines.filter({ hasText: reference })).toContainText("art. 44 RGPD");
  const rail = page
    .getByRole("navigation", { name: "Navigation principale" })
    .getByRole("link", { name: /^Aujourd’hui/ });
  const pressing = Number(/\d+/.exec((await rail.textContent()) ?? "")?.[0]);
  await expect(main).toContainText(`${pressing} actions à traiter`);
  await expectAccessible(page, "the morning");

  await lines.getByRole("link", { name: "Vérifier l’instruction" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ORV-2026-001");
  await step(organisation, instruction, "check");

  await page.goto(`/${organisation.slug}`);
  await expect(lines.filter({ hasText: "Vérifier l’instruction" })).toHaveCount(0);
});

test("what asks the same of one client is one line, which opens to its rows, and stands open on paper", async ({
  page,
  context,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Orvelle SAS" });
  const references: string[] = [];
  for (let made = 0; made < 3; made += 1)
    references.push((await makeTransfer(organisation, { controllerId })).reference);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}`);
  const folded = page.locator("li.folded").filter({ hasText: "Suspendre le transfert" });
  await expect(folded).toContainText("3 lignes");
  const rows = folded.getByRole("listitem");
  await expect(rows).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  for (const reference of references) await expect(rows.filter({ hasText: reference })).toBeVisible();
  await page.emulateMedia({ media: null });
  await folded.locator("summary").click();
  await expect(rows).toHaveCount(3);
});
