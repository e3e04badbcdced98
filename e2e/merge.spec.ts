import { makeContact } from "@/prisma/factories/contact";
import { makeContractInForce } from "@/prisma/factories/contract";
import { mergeInto } from "@/prisma/factories/merge";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("two clients that are one company become one, and are parted again", async ({
  page,
  context,
  organisation,
}) => {
  const old = await makeController(organisation, {
    legalName: "Tissages Ombrelle SA",
    address: "4 rue du Canal, 59100 Roubaix",
  });
  const stored = await makeController(organisation, {
    legalName: "Tissages Ombrelle",
    address: "6 rue du Canal, 59100 Roubaix",
  });
  await makeActiveRecord(organisation, { controllerId: old.id, activity: "Réclamations" });
  await makeContractInForce(organisation, { controllerId: old.id, reference: "TO-1" });
  await makeContact(organisation, { controllerId: old.id, name: "Nadège Morel" });
  await signIn(context, organisation);
  const at = `/${organisation.slug}/controllers`;

  await page.goto(`${at}/${old.id}`);
  await page.getByText("Autres actions").click();
  await page.getByRole("link", { name: "Fusionner" }).click();
  await page.getByLabel("L’autre client", { exact: true }).first().fill("Nulle part");
  await page.getByRole("button", { name: "Aperçu de la fusion" }).click();
  await expect(page.getByLabel("L’autre client", { exact: true }).first()).toHaveAccessibleDescription(
    /Aucun client de vos listes/,
  );
  await page.getByLabel("L’autre client", { exact: true }).first().fill(stored.legalName);
  await page.getByRole("button", { name: "Aperçu de la fusion" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("1 fiche");
  await expect(main).toContainText("TO-1");
  await expectAccessible(page);
  const contact = page.getByRole("checkbox", { name: /Nadège Morel/ });
  await expect(contact).not.toBeChecked();
  await contact.check();
  const address = page.getByRole("group", { name: "Adresse", exact: true });
  await address.getByRole("radio", { name: /4 rue du Canal/ }).check();
  await page.getByRole("button", { name: "Fusionner les deux" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(stored.legalName);
  await expect(main).toContainText("Réclamations");
  await expect(main).toContainText("4 rue du Canal");
  await expect(main).toContainText("Nadège Morel");

  await page.goto(`${at}/${old.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(stored.legalName);
  await expect(main).toContainText("vous êtes venu par son ancienne adresse");
  await page.goto(at);
  await expect(main.getByRole("link", { name: old.legalName, exact: true })).toHaveCount(0);

  await page.goto(`${at}/${stored.id}`);
  await page.getByRole("link", { name: "Annuler…" }).click();
  await expect(main).toContainText("TO-1");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Annuler la fusion" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(old.legalName);
  await expect(main).toContainText("Réclamations");
  await page.goto(`${at}/${stored.id}`);
  await expect(main).toContainText("6 rue du Canal");
  await expect(main).not.toContainText("Réclamations");
});

test("a contact that was left out of a merge is confirmed afterwards, and that is taken back", async ({
  page,
  context,
  organisation,
}) => {
  const old = await makeController(organisation, { legalName: "Tissages Ombrelle SA" });
  const stored = await makeController(organisation, { legalName: "Tissages Ombrelle" });
  const { actor } = await makeContact(organisation, { controllerId: old.id, name: "Paul Kerven" });
  valueOf(await mergeInto(organisation, [old.id, stored.id]));
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/controllers/contacts/${actor.contactId}`);
  const main = page.getByRole("main");
  const tick = page.getByRole("checkbox", { name: `lignes venues de ${stored.legalName}` });
  await expect(tick).not.toBeChecked();
  await expect(main).toContainText("ne décide ni n’instruit");
  await expectAccessible(page);
  await tick.check();
  await page.getByRole("button", { name: "Enregistrer ce qu’il peut voir" }).click();
  await expect(main).toContainText("cela s’applique dès sa prochaine page");
  await expect(tick).toBeChecked();
  await expect(main).not.toContainText("ne décide ni n’instruit");
  await tick.uncheck();
  await page.getByRole("button", { name: "Enregistrer ce qu’il peut voir" }).click();
  await expect(main).toContainText("ne décide ni n’instruit");
});

test("two companies by their numbers are refused beside the field", async ({
  page,
  context,
  organisation,
}) => {
  const one = await makeController(organisation, {
    legalName: "Perrault",
    registrationNumber: "552 100 554",
  });
  await makeController(organisation, { legalName: "Perrault SA", registrationNumber: "552 100 555" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/controllers/${one.id}/merge?other=Perrault+SA`);
  await expect(page.getByLabel("L’autre client", { exact: true }).first()).toHaveAccessibleDescription(
    /numéros d’immatriculation différents/,
  );
  await expect(page.getByRole("button", { name: "Fusionner les deux" })).toHaveCount(0);
});
