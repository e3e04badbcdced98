import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { JPEG, pngOf, SVG } from "@/lib/platform/files/images.fixture";
import { objectsOf } from "@/lib/platform/pdf/pdf-probe.fixture";
import { makeMember } from "@/prisma/factories/member";
import { makeRecord } from "@/prisma/factories/register";
import { dayFromNow } from "./days";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

const part = (page: Page, name: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });
const open = (page: Page, name: string) => page.getByRole("link", { name: `Modifier ${name}` }).click();
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();
/** Formats a past day as typed: 31/12/2025. */
const typedDay = (days: number) => dayFromNow(days).split("-").reverse().join("/");

test("every section is filled by itself and read on the sheet @happy-organisation @refusal-organisation", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/organisation`);
  await open(page, "Qui nous sommes");
  await page.getByLabel("ICE").fill("12");
  await press(page, "Enregistrer l’identité");
  await expect(page.getByLabel("ICE")).toHaveAccessibleDescription(/15 chiffres/);
  await page.getByLabel("ICE").fill("001 524 896 000 047");
  await press(page, "Enregistrer l’identité");
  await expect(part(page, "Qui nous sommes")).toContainText("001524896000047");

  await open(page, "Sites");
  const first = page.getByRole("group", { name: "Site 1" });
  await first.getByLabel("Nom du site").fill("Plateau Anfa");
  await first.getByLabel("Nombre de personnes").fill("120");
  await press(page, "Ajouter un site");
  const second = page.getByRole("group", { name: "Site 2" });
  await second.getByLabel("Nom du site").fill("Plateau Lac");
  await press(page, "Enregistrer les sites");
  await expect(second.getByLabel("Pays du site")).toHaveAccessibleDescription(/Choisissez un pays/);
  await second.getByLabel("Pays du site").selectOption({ label: "Tunisie" });
  await press(page, "Enregistrer les sites");
  await expect(part(page, "Sites")).toContainText("120 personnes");
  await expect(part(page, "Sites")).toContainText("Tunisie");

  await open(page, "Outils");
  await press(page, "Ajouter un outil");
  await page.getByLabel("Nom de l’outil").fill("Softphone");
  await page.getByLabel("Fournisseur").fill("Nuage SA");
  await page.getByLabel("Pays d’hébergement").selectOption({ label: "Irlande" });
  await page.getByLabel("Une société extérieure le fait fonctionner").check();
  await press(page, "Enregistrer les outils");
  await expect(part(page, "Outils")).toContainText(/[Pp]eut-être un sous-traitant ultérieur/);

  const history = part(page, "Versions");
  await expect(history).toContainText("Création de l’organisation");
  await expect(history).toContainText("Outils");
  await page.goto(`/${organisation.slug}/journal`);
  await expect(page.getByRole("row", { name: /Organisation/ }).first()).toBeVisible();
});

test("ceilings come with the law that binds and go with it; a reason goes with it too", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/organisation`);
  const turnover = part(page, "Chiffre d’affaires et plafonds des amendes");
  const representative = part(page, "Représentant dans l’Union");
  await expect(turnover).toContainText("Aucun plafond d’amende n’est montré");
  await expect(representative).toContainText("Non renseigné");

  await open(page, "Représentant dans l’Union");
  await page.getByLabel("Non concernés : liés par nos contrats seulement").check();
  await press(page, "Enregistrer le représentant");
  await expect(page.getByLabel("Motif, en toutes lettres")).toHaveAccessibleDescription(
    /Ce champ est obligatoire/,
  );
  await page.getByLabel("Motif, en toutes lettres").fill("Nous ne visons personne dans l’Union");
  await press(page, "Enregistrer le représentant");
  await expect(representative).toContainText("Aucun, avec motif");

  await open(page, "Chiffre d’affaires");
  await page.getByLabel("Chiffre d’affaires mondial du groupe").fill("1,234");
  await page.getByLabel("Dirhams marocains, avec leur taux").check();
  await page.getByLabel("Clôture de l’exercice").fill(typedDay(-200));
  await press(page, "Enregistrer le chiffre d’affaires");
  await expect(page.getByLabel("Chiffre d’affaires mondial du groupe")).toHaveAccessibleDescription(
    /n’est pas lisible/,
  );
  await page.getByLabel("Chiffre d’affaires mondial du groupe").fill("6 440 700 000,00");
  await page.getByLabel("Dirhams pour un euro").fill("10,7345");
  await page.getByLabel("Date du taux").fill(typedDay(-500));
  await press(page, "Enregistrer le chiffre d’affaires");
  await expect(turnover).toContainText(
    "600 000 000 €".replaceAll(" ", "\u202f").replace("\u202f€", "\u00a0€"),
  );
  await expect(turnover).toContainText("taux ancien");

  await open(page, "Chiffre d’affaires");
  await expect(page.getByLabel("Dirhams pour un euro")).toHaveValue("10,7345");
  await expect(page.getByLabel("Date du taux")).toHaveValue(typedDay(-500));
  await press(page, "Enregistrer le chiffre d’affaires");
  await expect(turnover).toContainText("Aucun plafond d’amende n’est montré");

  await open(page, "Application du RGPD (art. 3)");
  await page.getByLabel("Directement, par l’art. 3(2)".replace("art. ", "art.\u00a0")).check();
  await press(page, "Enregistrer ce qui nous lie");
  await expect(turnover).toContainText(/Plafond de l’art.\s83\(4\)\s*12\s000\s000\s€/);
  await expect(turnover).toContainText(/83\(5\) et \(6\)\s*24\s000\s000\s€/);
  await expect(representative).toContainText("Le motif n’est plus valable");

  await open(page, "Représentant dans l’Union");
  await press(page, "Enregistrer le représentant");
  await expect(refusalIn(page)).toContainText("ce motif n’est pas recevable");
  await page.getByRole("textbox", { name: "Représentant dans l’Union" }).fill("Cabinet Ferrand");
  await page.getByLabel("Adresse et coordonnées du représentant").fill("3 rue Foch, 34000 Montpellier");
  await page.getByLabel("État membre du représentant").selectOption({ label: "France" });
  await page.getByLabel("Date du mandat écrit").fill("mars 2025");
  await page.getByLabel("Sans motif").check();
  await page.getByLabel("Motif, en toutes lettres").fill("");
  await press(page, "Enregistrer le représentant");
  await expect(representative).toContainText("Désigné");
  await expect(representative).toContainText("mars 2025");
  await expect(page.getByLabel("État membre du représentant").locator("option")).toHaveCount(0);

  await open(page, "Application du RGPD (art. 3)");
  await page.getByLabel("Par nos contrats seulement").check();
  await press(page, "Enregistrer ce qui nous lie");
  await expect(turnover).toContainText("Aucun plafond d’amende n’est montré");
});

test("a logo is a PNG or a JPEG whatever its name, and stands in the register", async ({
  page,
  context,
  organisation,
}) => {
  await makeRecord(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/organisation`);
  await open(page, "Logo");
  const send = async (name: string, mimeType: string, bytes: Uint8Array) => {
    await page
      .getByLabel("Fichier PNG ou JPEG")
      .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
    await press(page, "Envoyer le logo");
  };
  const reason = (text: RegExp) =>
    expect(page.getByLabel("Fichier PNG ou JPEG")).toHaveAccessibleDescription(text);
  await send("logo.svg", "image/svg+xml", SVG);
  await reason(/Un SVG peut contenir un programme/);
  await send("logo.png", "image/png", SVG);
  await reason(/Un SVG peut contenir un programme/);
  await send("logo.png", "image/png", Buffer.from("<html><script>1</script></html>"));
  await reason(/ni un PNG ni un JPEG/);
  await send("logo.png", "image/png", pngOf(64, 64).slice(0, 60));
  await reason(/abîmée/);
  await send("grand.png", "image/png", pngOf(2001, 2));
  await reason(/dépasse 2\s000\spixels/);

  await send("logo.png", "image/png", pngOf(320, 90));
  const image = page.getByRole("img", { name: /^Logo de Centre/ });
  await expect(image).toBeVisible();
  await expect(image).toHaveJSProperty("naturalWidth", 320);
  const answer = await context.request.get((await image.getAttribute("src"))!);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/png",
    "content-disposition": "attachment",
    "x-content-type-options": "nosniff",
    "content-security-policy":
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    "cache-control": "private, no-cache",
  });
  const again = await context.request.get((await image.getAttribute("src"))!, {
    headers: { "if-none-match": answer.headers().etag! },
  });
  expect(again.status()).toBe(304);
  expect(imagesOf(await downloadPdf(page, organisation.slug))).toBe(1);

  await page.goto(`/${organisation.slug}/organisation/edit/logo`);
  await send("autre.jpg", "image/jpeg", JPEG);
  await expect(part(page, "Logo")).toContainText("autre.jpg");
  await open(page, "Logo");
  await press(page, "Retirer le logo");
  await expect(part(page, "Logo")).toContainText("Aucun logo");
  expect(imagesOf(await downloadPdf(page, organisation.slug))).toBe(0);
});

test("two people in two sections do not meet; in one they see both writings @multiplies", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const other = await visitor();
  await signIn(context, organisation);
  await signIn(other, await makeMember(organisation, "dpo"));
  const second = await other.newPage();
  const edit = `/${organisation.slug}/organisation/edit`;
  await Promise.all([page.goto(`${edit}/tools`), second.goto(`${edit}/sites`)]);
  const site = (of: Page) => of.getByRole("group", { name: "Site 1" });
  await site(second).getByLabel("Nom du site").fill("Plateau Anfa");
  await press(second, "Enregistrer les sites");
  await expect(part(second, "Sites")).toContainText("Plateau Anfa");
  await press(page, "Ajouter un outil");
  await page.getByLabel("Nom de l’outil").fill("Softphone");
  await press(page, "Enregistrer les outils");
  await expect(part(page, "Outils")).toContainText("Softphone");
  await expect(part(page, "Sites")).toContainText("Plateau Anfa");

  await Promise.all([open(page, "Sites"), open(second, "Sites")]);
  await site(second).getByLabel("Ce qui s’y fait").fill("Appels sortants");
  await press(second, "Enregistrer les sites");
  await expect(part(second, "Sites")).toContainText("Appels sortants");
  await site(page).getByLabel("Nombre de personnes").fill("40");
  await press(page, "Enregistrer les sites");
  await expect(page.getByRole("heading", { name: "Quelqu’un a enregistré entre-temps" })).toBeFocused();
  await page.getByRole("radio", { name: /40/ }).check();
  await press(page, "Enregistrer comme version 5");
  await expect(part(page, "Sites")).toContainText("40 personnes");
  await expect(part(page, "Sites")).not.toContainText("Appels sortants");
});

test("without JavaScript two blank rows stand ready, and a refused form keeps what was typed @multiplies", async ({
  visitor,
  organisation,
}) => {
  const plain = await visitor({ javaScriptEnabled: false });
  await signIn(plain, organisation);
  const page = await plain.newPage();
  await page.goto(`/${organisation.slug}/organisation/edit/tools`);
  const first = page.getByRole("group", { name: "Outil 1" });
  await first.getByLabel("Fournisseur").fill("Nuage SA");
  await press(page, "Enregistrer les outils");
  await expect(first.getByLabel("Nom de l’outil")).toHaveAccessibleDescription(/Ce champ est obligatoire/);
  await expect(first.getByLabel("Fournisseur")).toHaveValue("Nuage SA");
  await first.getByLabel("Nom de l’outil").fill("Softphone");
  await press(page, "Enregistrer les outils");
  await expect(part(page, "Outils")).toContainText("Softphone");
});

test("everyone of the staff reads the sheet, owner and DPO change it", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, await makeMember(organisation, "editor"));
  await page.goto(`/${organisation.slug}/organisation`);
  await expect(part(page, "Chiffre d’affaires et plafonds des amendes")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Modifier/ })).toHaveCount(0);
  await page.goto(`/${organisation.slug}/organisation/edit/turnover`);
  await expect(page.getByRole("button", { name: /Enregistrer/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Retour à l’organisation" })).toBeVisible();
});

async function downloadPdf(page: Page, slug: string): Promise<Uint8Array> {
  await page.goto(`/${slug}/records/export`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Exporter en PDF" }).click(),
  ]);
  return new Uint8Array(readFileSync(await download.path()));
}

const imagesOf = (pdf: Uint8Array) => objectsOf(pdf).match(/\/Subtype \/Image/g)?.length ?? 0;
