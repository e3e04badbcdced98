import type { Page } from "@playwright/test";
import { reviewRecord } from "@/lib/features/processing-record/write/mutations";
import type { StaffCtx } from "@/lib/platform/request/context";
import { adoptMeasure } from "@/prisma/factories/measure";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

/** Five entries of one controller, T-001 to T-005. */
async function makeFive(organisation: StaffCtx) {
  const { id } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  const made = [];
  for (const activity of ["Appels entrants", "Télévente", "Rendez-vous", "Sondages", "Courriels"])
    made.push(await makeRecord(organisation, { controllerId: id, activity }));
  return made;
}

const box = (page: Page, reference: string) => page.getByRole("checkbox", { name: `Choisir ${reference}` });
const bar = (page: Page) => page.getByRole("region", { name: "Sélection" });

test("entries are chosen by mouse, range and keyboard, and ended together after a preview", async ({
  page,
  context,
  organisation,
}) => {
  await makeFive(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records`);
  await expect(bar(page)).toBeHidden();

  await test.step("a range by the shift key, the whole page by the box of the head", async () => {
    await box(page, "T-001").check();
    await expect(bar(page)).toContainText("1 fiche choisie");
    await box(page, "T-003").click({ modifiers: ["Shift"] });
    await expect(bar(page)).toContainText("3 fiches choisies");
    await page.getByRole("checkbox", { name: "Choisir les 5 fiches de cette page" }).check();
    await expect(bar(page)).toContainText("5 fiches choisies");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(bar(page)).toBeHidden();
  });

  await test.step("j, the arrows and x; ? tells the keys", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("x");
    await expect(bar(page)).toContainText("2 fiches choisies");
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Le registre au clavier" });
    await expect(keys).toContainText("Choisir la fiche, ou la laisser");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(keys).toBeHidden();
    await expect(bar(page)).toContainText("2 fiches choisies");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Shift+X");
    await expect(bar(page)).toContainText("4 fiches choisies");
  });

  await test.step("what is chosen stands again for whoever comes back from an entry", async () => {
    await page.keyboard.press("Escape");
    await box(page, "T-001").check();
    await box(page, "T-002").check();
    await page.getByRole("link", { name: "T-004" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Sondages/);
    await page.goBack();
    await expect(bar(page)).toContainText("2 fiches choisies");
    await expect(box(page, "T-002")).toBeChecked();
  });

  await test.step("the preview says what will change; the reason is asked for", async () => {
    await bar(page).getByRole("button", { name: "Clore" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Clore 2 fiches");
    await page.getByLabel("Date de la fin").fill(dayFromNow(-1));
    await page.getByRole("button", { name: "Voir l’aperçu" }).click();
    await expect(page.getByRole("row", { name: /T-001/ })).toContainText("Brouillon, devient close le");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Clore 2 fiches" }).click();
    await expect(page.getByLabel("Motif")).toHaveAccessibleDescription(/partie de la preuve/);
    await page.getByLabel("Motif").fill("Contrat échu");
    await page.getByRole("button", { name: "Clore 2 fiches" }).click();
    await expect(page.getByText("2 fiches closes.")).toBeVisible();
    await expect(page.getByRole("row", { name: /T-001/ })).toContainText("Close");
  });

  await test.step("what has ended is left, and said to be", async () => {
    await page.getByRole("checkbox", { name: "Choisir les 5 fiches de cette page" }).check();
    await bar(page).getByRole("button", { name: "Enregistrer une relecture" }).click();
    await expect(page.getByRole("heading", { name: "2 fiches laissées comme elles sont" })).toBeVisible();
    await expect(page.getByRole("row", { name: /T-002/ })).toContainText("rouvrez-la d’abord");
    await page.getByRole("button", { name: "Enregistrer 3 relectures" }).click();
    await expect(page.getByText("3 fiches relues et datées.")).toBeVisible();
  });
});

test("an entry saved since the preview stops the whole act, is named, and the preview is made again", async ({
  page,
  context,
  organisation,
}) => {
  const [first] = await makeFive(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/records/bulk?act=end&of=all&q=Gapeau&day=${dayFromNow(-1)}`);
  await expect(page.getByRole("heading", { name: "5 fiches changeront" })).toBeVisible();
  valueOf(await reviewRecord(organisation, { id: first!.id, version: 1 }));
  await page.getByLabel("Motif").fill("Client parti");
  await page.getByRole("button", { name: "Clore 5 fiches" }).click();
  await expect(refusalIn(page)).toContainText(
    "Rien n’a été fait : une fiche a changé depuis l’aperçu (T-001)",
  );
  await expect(refusalIn(page)).not.toContainText("Un champ à reprendre");
  await expect(page.getByLabel("Motif")).toHaveValue("Client parti");
  await page.getByRole("button", { name: "Clore 5 fiches" }).click();
  await expect(page.getByText("5 fiches closes.")).toBeVisible();
});

test("without JavaScript: measures to all that answer the filters, and the columns of the list @multiplies", async ({
  organisation,
  visitor,
}) => {
  await makeFive(organisation);
  await makeRecord(organisation, { activity: "Ailleurs" });
  await adoptMeasure(organisation, "two-factors");
  const context = await visitor({ javaScriptEnabled: false });
  await signIn(context, organisation);
  const page = await context.newPage();
  await page.goto(`/${organisation.slug}/records?q=Gapeau`);
  await bar(page).getByRole("combobox").selectOption({ label: "les 5 fiches correspondantes" });
  await bar(page).getByRole("button", { name: "Ajouter des mesures" }).click();
  await page.getByRole("checkbox", { name: /M-001/ }).check();
  await page.getByRole("button", { name: "Voir l’aperçu" }).click();
  await expect(page.getByRole("heading", { name: "5 fiches changeront" })).toBeVisible();
  await page.getByRole("button", { name: "Ajouter à 5 fiches" }).click();
  await expect(page.getByText("5 fiches ont reçu des mesures.")).toBeVisible();
  await page.goto(`/${organisation.slug}/journal`);
  await expect(page.getByRole("row", { name: /T-005/ }).first()).toContainText("M-001");
  await page.goto(`/${organisation.slug}/records?q=Gapeau`);

  await page.getByText("Colonnes", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Relue le" }).uncheck();
  await page.getByRole("checkbox", { name: "État" }).check();
  await page.getByRole("button", { name: "Montrer ces colonnes" }).click();
  await expect(page).toHaveURL(/q=Gapeau.*columns=text\.access\.state\.gaps\.version/);
  await expect(page.getByRole("columnheader", { name: "État" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Relue le" })).toHaveCount(0);
  await page.goto(`/${organisation.slug}/records`);
  await expect(page).toHaveURL(/columns=text\.access\.state\.gaps\.version/);
});

test("the company's own register has the same acts @multiplies", async ({ page, context, organisation }) => {
  await makeOwnRecord(organisation, { activity: "Paie" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/own-records`);
  await box(page, "I-001").check();
  await bar(page).getByRole("button", { name: "Enregistrer une relecture" }).click();
  await page.getByRole("button", { name: "Enregistrer 1 relecture" }).click();
  await expect(page.getByText("1 fiche relue et datée.")).toBeVisible();
});
