import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { makeMember } from "@/prisma/factories/member";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

test("a controller is added with its name alone, then told more of @happy-controller", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/controllers`);
  await page.getByRole("link", { name: "Nouveau responsable" }).first().click();
  await page.getByRole("button", { name: "Ajouter le responsable" }).click();
  await expect(page.getByLabel("Dénomination sociale")).toHaveAccessibleDescription(
    /Ce champ est obligatoire/,
  );

  await page.getByLabel("Dénomination sociale").fill("Brasserie Kervadec");
  await page.getByLabel("Agit comme").selectOption("controller");
  await page.getByRole("button", { name: "Ajouter le responsable" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Brasserie Kervadec");

  await page.getByRole("link", { name: "Modifier" }).click();
  await page.getByLabel("Pays", { exact: true }).selectOption({ label: "France" });
  await page.getByLabel("Adresse", { exact: true }).fill("2 quai de la Fosse, 44000 Nantes");
  await page.getByLabel("Adresse électronique").fill("contact@kervadec");
  await page.getByRole("button", { name: "Enregistrer le responsable" }).click();
  await expect(page.getByLabel("Adresse électronique")).toHaveAccessibleDescription(/n’est pas complète/);
  await expect(page.getByLabel("Adresse", { exact: true })).toHaveValue("2 quai de la Fosse, 44000 Nantes");

  await page.getByLabel("Adresse électronique").fill("contact@kervadec.example");
  await page.getByRole("button", { name: "Enregistrer le responsable" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Brasserie Kervadec");
  await expect(page.getByRole("main")).toContainText("2 quai de la Fosse, 44000 Nantes");
  await expect(page.getByRole("main")).toContainText("Version 2");
  await expect(page.getByRole("main")).toContainText("établi dans l’Espace économique européen (France)");
});

test("archiving wants a reason and no open record, and can be taken back @refusal-controller", async ({
  page,
  context,
  organisation,
}) => {
  const { id, legalName } = await makeController(organisation, { legalName: "Voyages Trémazan" });
  const record = await makeRecord(organisation, { controllerId: id });
  await signIn(context, organisation);
  const archive = async (reason: string) => {
    await page.getByLabel("Motif").fill(reason);
    await page.getByRole("button", { name: "Archiver le responsable" }).click();
  };
  await page.goto(`/${organisation.slug}/controllers/${id}`);
  await page.getByText("Autres actions").click();
  await page.getByRole("link", { name: "Archiver" }).click();
  await archive("");
  await expect(page.getByLabel("Motif")).toHaveAccessibleDescription(/Ce champ est obligatoire/);
  await archive("Contrat terminé, données rendues");
  await expect(refusalIn(page)).toContainText("Une fiche est encore ouverte");
  await expect(page.getByLabel("Motif")).toHaveValue("Contrat terminé, données rendues");

  const end = { event: "end", on: dayFromNow(-20), reason: "Contrat non renouvelé" } as const;
  valueOf(await moveRecord(organisation, { id: record.id, version: record.version, ...end }));
  await archive("Contrat terminé, données rendues");
  await expect(page.getByRole("main")).toContainText("Motif : Contrat terminé, données rendues");
  await page.goto(`/${organisation.slug}/controllers`);
  await expect(page.getByRole("link", { name: legalName })).toHaveCount(0);
  await page.getByRole("link", { name: "Archivés" }).click();
  await page.getByRole("link", { name: legalName }).click();

  await page.getByRole("button", { name: "Reprendre dans les listes" }).click();
  await expect(page.getByText("Autres actions")).toBeVisible();
  await page.goto(`/${organisation.slug}/controllers`);
  await expect(page.getByRole("link", { name: legalName })).toBeVisible();
});

test("two people edit at once: both writings are shown, and what is chosen is saved", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const { id } = await makeController(organisation, { legalName: "Optique Calvet" });
  const address = `/${organisation.slug}/controllers/${id}/edit`;
  const other = await visitor();
  await signIn(context, organisation);
  await signIn(other, await makeMember(organisation, "dpo"));
  const second = await other.newPage();
  await Promise.all([page.goto(address), second.goto(address)]);

  await second.getByLabel("Adresse", { exact: true }).fill("3 rue Foch, 34000 Montpellier");
  await second.getByLabel("Téléphone").fill("+33 4 67 00 00 02");
  await second.getByRole("button", { name: "Enregistrer le responsable" }).click();
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("Optique Calvet");

  await page.getByLabel("Adresse", { exact: true }).fill("5 rue Foch, 34000 Montpellier");
  await page.getByLabel("Numéro d’immatriculation").fill("552 100 554");
  await page.getByRole("button", { name: "Enregistrer le responsable" }).click();
  await expect(page.getByRole("heading", { name: "Quelqu’un a enregistré entre-temps" })).toBeFocused();
  await expect(page.getByText("par Youssef Berrada").or(page.getByText("Youssef Berrada,"))).toBeVisible();
  await expect(page.getByText("repris : vous n’y aviez pas touché")).toBeVisible();
  await expect(page.getByText("gardé : vous seul y avez touché")).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expectAccessible(page, "a conflict");
  await page.getByRole("radio", { name: "5 rue Foch" }).check();
  await page.getByRole("button", { name: "Enregistrer comme version 3" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Optique Calvet");
  const sheet = page.getByRole("main");
  await expect(sheet).toContainText("5 rue Foch, 34000 Montpellier");
  await expect(sheet).toContainText("+33 4 67 00 00 02");
  await expect(sheet).toContainText("552 100 554");
});
