import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("everything is reached by its name, from the keyboard alone", async ({
  page,
  context,
  organisation,
}) => {
  const orvelle = await makeController(organisation, { legalName: "Orvelle Énergie" });
  await makeRecord(organisation, { controllerId: orvelle.id, activity: "Téléprospection" });
  await makeOwnRecord(organisation, { activity: "Paie du personnel" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}`);
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: "Aller à, ou faire" });
  await expect(box).toBeFocused();
  await expect(page.getByRole("option", { name: "Nouvelle fiche", exact: true })).toBeVisible();

  await test.step("a record, whatever the accents", async () => {
    await box.pressSequentially("teleprosp");
    const option = page.getByRole("option", { name: /T-001 Téléprospection/ });
    await expect(option).toContainText("Orvelle Énergie");
    await expect(option).toHaveAttribute("aria-selected", "true");
    await expectAccessible(page, "the palette");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Téléprospection, Orvelle Énergie");
  });

  await test.step("an entry of one's own, in its own register", async () => {
    await page.keyboard.press("Control+k");
    await box.fill("paie");
    await page.getByRole("option", { name: /Paie du personnel/ }).click();
    await expect(page).toHaveURL(/\/own-records\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Paie du personnel");
  });

  await test.step("a controller, before the records that name it", async () => {
    await page.getByRole("link", { name: "Rechercher" }).click();
    await box.fill("orvelle");
    const option = page.getByRole("option", { name: /^Orvelle Énergie/ });
    await expect(option).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orvelle Énergie");
  });

  await test.step("an act, and one that is done on the spot", async () => {
    await page.keyboard.press("Control+k");
    await box.fill("apparence sombre");
    await page.getByRole("option", { name: "Apparence sombre", exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.keyboard.press("Control+k");
    await box.fill("fiche nouvelle");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/records\/new$/);
  });

  await test.step("nothing, and the way out", async () => {
    await page.keyboard.press("Control+k");
    await box.fill("zzz");
    await expect(page.getByText("Aucun résultat pour ces mots.")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(box).toHaveCount(0);
  });
});

test("a viewer is offered nothing to write, and no room that is closed", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, await makeMember(organisation, "viewer"));
  await page.goto(`/${organisation.slug}`);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: "Exporter le registre", exact: true })).toBeVisible();
  await expect(page.getByRole("option", { name: "Nouvelle fiche", exact: true })).toHaveCount(0);
  await expect(page.getByRole("option", { name: "Journal" })).toHaveCount(0);
});

test("another organisation's search answers as if it were not there", async ({
  context,
  organisation,
  database,
  request,
}) => {
  const foreign = await makeOrganisation(database.ownerUrl);
  await signIn(context, organisation);
  expect((await context.request.get(`/api/search/${foreign.slug}?q=a`)).status()).toBe(404);
  expect((await context.request.get(`/api/search/${organisation.slug}?q=a`)).status()).toBe(200);
  expect((await request.get(`/api/search/${organisation.slug}?q=a`)).status()).toBe(404);
});
