import { makeMember } from "@/prisma/factories/member";
import { makeController } from "@/prisma/factories/register";
import { makeTransfer } from "@/prisma/factories/transfer";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("the filters of a list are saved, shared, opened by a colleague, changed and removed @happy-saved-view @refusal-saved-view", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Orvelle SAS" });
  await makeTransfer(organisation, { controllerId });
  const colleague = await makeMember(organisation, "viewer");
  const list = `/${organisation.slug}/transfers`;
  await signIn(context, organisation);
  await page.goto(list);
  await expect(page.getByRole("link", { name: "Enregistrer cette vue" })).toHaveCount(0);
  await page.goto(`${list}?controller=${controllerId}&view=gaps`);
  const filtered = new URL(page.url()).search;
  await page.getByRole("link", { name: "Enregistrer cette vue" }).click();
  await page.waitForURL(/saved-views\/new/);
  await expectAccessible(page, "saving a view");
  const save = page.getByRole("button", { name: "Enregistrer la vue" });
  await save.click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByLabel("Nom").fill("Orvelle à compléter");
  await page.getByLabel("Partagée avec tous les membres").check();
  await save.click();
  await page.waitForURL(`**${list}?*`);
  expect(new URL(page.url()).search).toBe(filtered);
  const tabs = (of: typeof page) => of.getByRole("navigation", { name: "Vues enregistrées" });
  await expect(tabs(page).getByRole("link", { name: "Orvelle à compléter (partagée)" })).toHaveAttribute(
    "aria-current",
    "true",
  );

  const other = await visitor();
  await signIn(other, colleague);
  const theirs = await other.newPage();
  await theirs.goto(list);
  await tabs(theirs).getByRole("link", { name: "Orvelle à compléter (partagée)" }).click();
  await theirs.waitForURL(`**${list}?*`);
  expect(new URL(theirs.url()).search).toBe(filtered);
  await theirs.getByRole("link", { name: "Modifier la vue" }).click();
  await expect(theirs.getByRole("main")).toContainText("un propriétaire ou le DPO peut la modifier");

  await page.goto(`${list}?q=Orvelle`);
  await page.getByRole("link", { name: "Enregistrer cette vue" }).click();
  await page.getByLabel("Nom").fill("ORVELLE A COMPLETER");
  await page.getByRole("button", { name: "Enregistrer la vue" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("s’appelle déjà");
  await page.getByLabel("Vue à remplacer").selectOption("Orvelle à compléter");
  await page.getByRole("button", { name: "Remplacer ses filtres" }).click();
  await page.waitForURL(`**${list}?q=Orvelle`);
  await page.getByRole("link", { name: "Modifier la vue" }).click();
  await page.getByRole("button", { name: "Supprimer la vue" }).click();
  await page.waitForURL(`**${list}`);
  await expect(tabs(page)).toHaveCount(0);
});

test("of two views with the same filters, one shared and one's own, either is changed", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  const list = `/${organisation.slug}/transfers`;
  for (const name of ["Pour tous", "Pour moi"]) {
    await page.goto(`/${organisation.slug}/saved-views/new?list=transfers&query=q%3DOrvelle`);
    await page.getByLabel("Nom").fill(name);
    if (name === "Pour tous") await page.getByLabel("Partagée avec tous les membres").check();
    await page.getByRole("button", { name: "Enregistrer la vue" }).click();
    await page.waitForURL(`**${list}?q=Orvelle`);
  }
  const tabs = page.getByRole("navigation", { name: "Vues enregistrées" });
  await expect(tabs.locator('[aria-current="true"]')).toHaveText(["Pour moi", "Pour tous (partagée)"]);
  for (const name of ["Pour tous", "Pour moi"]) {
    await page.goto(`${list}?q=Orvelle`);
    await page.getByRole("link", { name: `Modifier « ${name} »` }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
});
