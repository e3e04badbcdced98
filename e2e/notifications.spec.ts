import { makeMember } from "@/prisma/factories/member";
import { makeController } from "@/prisma/factories/register";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a DPO is notified of what a colleague did, reads it, and chooses what to be notified of @happy-notification @refusal-notification", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Orvelle SAS" });
  const dpo = await makeMember(organisation, "dpo");
  await makeRightsRequest(organisation, { controllerId });
  await signIn(context, dpo);
  await page.goto(`/${organisation.slug}`);
  await page.getByRole("link", { name: /^Notifications, .* non lues?$/ }).click();
  await page.waitForURL("**/notifications");
  await expectAccessible(page, "notifications");
  const row = page.getByRole("row").filter({ hasText: "Demandes de personnes" });
  await expect(row).toHaveCount(1);

  await row.getByRole("button", { name: /^Marquer comme lue/ }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole("link", { name: "Toutes" }).click();
  await expect(row.getByText("Lue", { exact: true })).toBeVisible();
  await row.getByRole("link").click();
  await page.waitForURL(/\/rights-requests\//);

  await page.goto(`/${organisation.slug}/notifications?view=all`);
  await page.getByText("Ce que vous recevez, et comment").click();
  await page.getByLabel("Violations").selectOption("Ici, et un courriel dans la minute");
  await page.getByLabel("Demandes de personnes").selectOption("Rien");
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await page.waitForURL("**/notifications");
  await page.goto(`/${organisation.slug}/notifications?view=all`);
  await expect(row).toHaveCount(0);
  await page.getByText("Ce que vous recevez, et comment").click();
  await expect(page.getByLabel("Violations")).toHaveValue("immediate");
  await expectAccessible(page, "notifications, choices");

  // A viewer may not read letters that came back: no address shows them, and nothing offers them.
  const other = await visitor();
  await signIn(other, await makeMember(organisation, "viewer"));
  const viewed = await other.newPage();
  await viewed.goto(`/${organisation.slug}/notifications?view=all&kind=letter`);
  await expect(viewed.getByText("Aucune notification de ce sujet")).toBeVisible();
  await viewed.getByText("Ce que vous recevez, et comment").click();
  await expect(viewed.getByLabel("Violations")).toBeVisible();
  await expect(viewed.getByLabel("Courriels non remis")).toHaveCount(0);
});
