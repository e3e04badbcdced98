import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeMeasure } from "@/prisma/factories/measure";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";

test("dates of every noun are in one list, in a calendar, and in the member's own agenda @happy-obligation @refusal-obligation", async ({
  page,
  context,
  organisation,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Orvelle SAS" });
  const contract = await makeContractInForce(organisation, { reference: "C-100", controllerId });
  await fillSection(organisation, contract, "term", { endsOn: dayFromNow(20) });
  await makeInstruction(organisation, { controllerId, code: "ORV" });
  await makeMeasure(organisation, { title: "Cloisonnement", reviewOn: dayFromNow(-3) });
  await signIn(context, organisation);

  await page.goto(`/${organisation.slug}/obligations`);
  await expect(page.getByRole("heading", { name: "En retard" })).toBeVisible();
  const lines = page.getByRole("listitem");
  await expect(lines.filter({ hasText: "Cloisonnement" })).toContainText("en retard de 3");
  await expect(lines.filter({ hasText: "C-100" }).first()).toContainText("Orvelle SAS");
  await expectAccessible(page);
  await page.getByLabel("Objet").focus();
  await page.getByLabel("Objet").selectOption("contract");
  // A choice applies as it is made, stands in the address and keeps the focus.
  await expect(lines.filter({ hasText: "Cloisonnement" })).toHaveCount(0);
  await expect(lines.filter({ hasText: "C-100" }).first()).toBeVisible();
  await expect(page).toHaveURL(/noun=contract/);
  await expect(page.getByLabel("Objet")).toBeFocused();

  await page.getByRole("link", { name: "Calendrier" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Calendrier des échéances");
  await page.goto(`/${organisation.slug}/obligations/calendar?month=${dayFromNow(20).slice(0, 7)}`);
  await expect(page.getByRole("cell").filter({ hasText: "C-100" })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/${organisation.slug}/obligations/feed`);
  await page.getByRole("button", { name: "Créer mon adresse" }).click();
  const address = await page.getByLabel("Adresse de l’agenda").inputValue();
  await expectAccessible(page);
  const answer = await page.request.get(new URL(address).pathname);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await answer.text()).toContain("C-100");

  await page.goto(`/${organisation.slug}/saved-views/new?list=obligations&query=noun%3Dcontract`);
  await page.getByLabel("Nom").fill("Contrats");
  await page.getByRole("button", { name: "Enregistrer la vue" }).click();
  await page.waitForURL("**/obligations?noun=contract");
  await page.goto(`/${organisation.slug}/obligations/feed`);
  const ending = await page.getByLabel("Contrats, en tableau").inputValue();
  await expectAccessible(page);
  const table = await page.request.get(new URL(address).pathname + ending);
  expect(table.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(await table.text()).toContain("C-100");

  await page.getByRole("button", { name: "Révoquer l’adresse" }).click();
  await expect(page.getByRole("main")).toContainText("Vous n’avez pas d’adresse d’agenda.");
  expect((await page.request.get(new URL(address).pathname)).status()).toBe(404);
});
