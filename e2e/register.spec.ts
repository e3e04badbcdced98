import { makeController, makeRecord } from "@/prisma/factories/register";
import { expect, signIn, test } from "./fixtures";

test("the register is filtered, sorted by gaps, and walked by the keyboard", async ({
  page,
  context,
  organisation,
}) => {
  const clinic = await makeController(organisation, { legalName: "Clinique du Lauragais" });
  const museum = await makeController(organisation, { legalName: "Musée de la Soie" });
  await makeRecord(organisation, { controllerId: museum.id, activity: "Réservation de visites guidées" });
  await makeRecord(organisation, { controllerId: clinic.id, activity: "Rappels de rendez-vous" });
  const worst = await makeController(organisation, {
    legalName: "Client A",
    isPlaceholder: true,
    country: "",
  });
  await makeRecord(organisation, { controllerId: worst.id, activity: "Service client", operations: [] });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records`);
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(4);

  await page.getByRole("columnheader", { name: "Complétude" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=gaps/);
  await expect(rows.nth(1)).toContainText("Client A");
  await expect(page.getByRole("columnheader", { name: "Complétude" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );

  await page.getByText("Filtrer", { exact: true }).click();
  await page.getByLabel("Responsable").selectOption({ label: "Musée de la Soie" });
  await page.getByRole("button", { name: "Filtrer la liste" }).click();
  await expect(page).toHaveURL(/sort=gaps.*controller=|controller=.*sort=gaps/);
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText("Réservation de visites guidées");
  await page.getByRole("link", { name: "Réinitialiser les filtres" }).click();
  await expect(rows).toHaveCount(4);

  const search = page.getByRole("searchbox", { name: "Chercher dans le registre" });
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("rendez-vous");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=rendez-vous/);
  await expect(rows).toHaveCount(2);
  await search.fill("reservatoin");
  await search.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "reservation" })).toBeVisible();
  await expect(rows.nth(1)).toContainText("Réservation de visites guidées");
  await page.getByRole("link", { name: "Réinitialiser les filtres" }).click();
  await expect(rows).toHaveCount(4);

  const links = page.getByRole("table").getByRole("cell").getByRole("link");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(links.nth(2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.nth(1)).toBeFocused();
  const second = await rows.nth(2).innerText();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Modifier l’état" })).toBeVisible();
  expect(second).toContain(
    await page
      .getByRole("main")
      .getByText(/^T-\d+$/)
      .first()
      .innerText(),
  );
});
