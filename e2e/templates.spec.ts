import { adoptMeasure } from "@/prisma/factories/measure";
import { makeMember } from "@/prisma/factories/member";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("an empty register leads to a template, which says what it leaves open before an entry begins from it", async ({
  page,
  context,
  organisation,
}) => {
  await makeController(organisation, { legalName: "Clinique du Verger" });
  await adoptMeasure(organisation, "access-logs");
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records`);
  await page.getByRole("link", { name: "Partir d’un modèle" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Modèles de fiches");
  await page.getByRole("link", { name: "Accueil téléphonique médical" }).click();

  await expect(page.locator("#operations")).toContainText("Prise de messages pour le praticien");
  await expect(page.locator("#transfers")).toContainText("30(2)(c) ·");
  await expect(page.locator("#security")).toContainText("adoptée, M-001");
  await expect(page.locator("#security")).not.toContainText("30(2)(d), 32(1)");
  await expect(page.locator("#additional")).toContainText("Santé");
  await expect(page.getByRole("main")).toContainText("c’est au responsable d’y répondre (art.\u00a09)");
  await expect(page.getByRole("main")).not.toContainText(/Base légale|Finalités/);

  await page.getByRole("link", { name: "Commencer une fiche" }).click();
  await expect(page.getByLabel("Catégorie de traitements")).toHaveValue("Accueil téléphonique médical");
  await expect(page.getByRole("main")).toContainText("Une mesure adoptée sera rattachée.");
  await expect(page.getByRole("main")).toContainText("Suggérées, pas encore adoptées");
  await page.getByLabel("Responsable du traitement").selectOption({ label: "Clinique du Verger" });
  await page.getByLabel("Catégorie de traitements").fill("Rendez-vous et messages du cabinet");
  await page.getByRole("button", { name: "Créer la fiche" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Rendez-vous et messages du cabinet/);
  await expect(page.locator("#field-operations")).toContainText("Prise de messages pour le praticien");
  await expect(page.locator("#field-transferAnswer")).toContainText("30(2)(c) ·");
  await expect(page.locator("#security")).toContainText("M-001");
  await expect(page.locator("#field-notes")).toContainText("loi 09\u201108, art.\u00a012(1)");
  await page.goto(`/${organisation.slug}/journal`);
  await expect(page.getByRole("main")).toContainText("Modèle");
  await expect(page.getByRole("main")).toContainText("Accueil téléphonique médical");
});

test("a controller chosen beforehand goes along, and every template can be read by all in Arabic @multiplies", async ({
  page,
  context,
  organisation,
}) => {
  const controller = await makeController(organisation, { legalName: "Verrerie d’Anjou" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records/new?controller=${controller.id}`);
  await page.getByRole("link", { name: "Partir d’un modèle" }).click();
  await page.getByRole("link", { name: "Télévente" }).click();
  await page.getByRole("link", { name: "Commencer une fiche" }).click();
  await expect(page.getByLabel("Responsable du traitement")).toHaveValue(controller.id);

  await context.addCookies([{ name: "locale", value: "ar", url: page.url() }]);
  await signIn(context, await makeMember(organisation, "viewer"));
  await page.goto(`/${organisation.slug}/records/templates`);
  await page.getByRole("link", { name: "البيع عبر الهاتف" }).click();
  await expect(page.getByRole("main")).toContainText("مدونة الاستهلاك الفرنسية");
  await expect(page.getByRole("link", { name: "بدء بطاقة" })).toHaveCount(0);
  await expectAccessible(page, "a template in Arabic");
});

test("without JavaScript an entry begins from a template all the same @multiplies", async ({
  organisation,
  visitor,
}) => {
  const controller = await makeController(organisation, { legalName: "Minoterie Bréval" });
  const context = await visitor({ javaScriptEnabled: false });
  await signIn(context, organisation);
  const page = await context.newPage();
  await page.goto(`/${organisation.slug}/records/new?template=orders&controller=${controller.id}`);
  await page.getByRole("button", { name: "Créer la fiche" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Prise de commandes/);
  await expect(page.locator("#field-dataCategories")).toContainText("Numéro de carte bancaire");
  await expect(page.locator("#field-notes")).toContainText("art.\u00a028(3)(c) et 32(1)");
});
