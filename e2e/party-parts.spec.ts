import { makeMember } from "@/prisma/factories/member";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("from a client's page its rows are opened and each kind of row begins with this client", async ({
  page,
  context,
  organisation,
}) => {
  const { id, legalName } = await makeController(organisation, { legalName: "Serrurerie Hamon" });
  await makeController(organisation, { legalName: "Optique Calvet" });
  const record = await makeRecord(organisation, { controllerId: id });
  await signIn(context, organisation);
  const sheet = `/${organisation.slug}/controllers/${id}`;
  const begin = async (name: string, address: RegExp) => {
    await page.goto(sheet);
    await page.getByRole("main").getByRole("link", { name, exact: true }).click();
    await page.waitForURL(address);
  };

  await page.goto(sheet);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Fiches du registre" }).click();
  await page.waitForURL(/\/records\?controller=/);
  await expect(page.getByRole("main")).toContainText(record.reference);

  await begin("Nouveau contrat", /\/contracts\/new/);
  await expect(page.getByLabel("Responsable du traitement")).toHaveValue(id);
  await begin("Nouvelle instruction", /\/instructions\/new/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(legalName);
  await begin("Nouvelle violation", /\/breaches\/new/);
  await expect(page.getByLabel("Systèmes ou clients touchés")).toHaveValue(legalName);
  await begin("Nouvelle demande", /\/rights-requests\/new/);
  await expect(page.getByLabel("Responsable du traitement")).toHaveValue(id);
});

test("who may only read begins nothing from a client's page, and is not told of letters", async ({
  page,
  context,
  organisation,
}) => {
  const { id } = await makeController(organisation, { legalName: "Serrurerie Hamon" });
  await signIn(context, await makeMember(organisation, "viewer"));
  await page.goto(`/${organisation.slug}/controllers/${id}`);
  const main = page.getByRole("main");
  await expect(main).toContainText("Fiches du registre");
  await expect(main).not.toContainText("Courriels envoyés");
  await expect(main.getByRole("link", { name: "Nouveau contrat" })).toHaveCount(0);
});
