import { makeOpenPage, savePage } from "@/prisma/factories/public-page";
import { makeController } from "@/prisma/factories/register";
import { expectAccessible, expectEnhancedContrast } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";

test("a stranger without scripts makes a request, and the DPO finds it and its controller", async ({
  page,
  context,
  organisation,
  visitor,
  mailTo,
}) => {
  await makeController(organisation, { legalName: "Filature du Gapeau" });
  const address = await makeOpenPage(organisation);
  const stranger = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  const form = await stranger.newPage();
  await form.goto(`/public/${address}`);
  await form.getByRole("link", { name: "Ouvrir le formulaire" }).click();
  await expect(form.getByRole("heading", { level: 1 })).toHaveText("Exercer vos droits");
  const width = () => form.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(320);

  await form.getByLabel("De quelle entreprise s’agit-il ?").fill("la filature du Gapeau");
  await form.getByRole("button", { name: "Envoyer la demande" }).click();
  await expect(form.getByLabel("De quelle entreprise s’agit-il ?")).toHaveValue("la filature du Gapeau");
  await expect(refusalIn(form)).toContainText("Que demandez-vous ?");
  expect(await width()).toBe(320);

  const email = `personne-${organisation.scope.org.slice(-8)}@personne.example`;
  await form.getByLabel("Faire effacer mes données").check();
  await form.getByLabel("Ne plus être démarché").check();
  await form.getByLabel("Votre demande, dans vos mots").fill("Effacez-moi de vos fichiers.");
  await form.getByLabel("Par courriel").check();
  await form.getByLabel("Votre adresse électronique ou votre numéro").fill(email);
  await form.getByRole("button", { name: "Envoyer la demande" }).click();
  await expect(form.getByRole("heading", { name: "Votre demande est enregistrée" })).toBeVisible();
  await expect(form.getByText(/Référence\s: D-[2-9A-Z]{10}/)).toBeVisible();
  expect(await width()).toBe(320);
  const letter = await mailTo(email, /demande D-[2-9A-Z]{10} reçue/);
  expect(letter.text).not.toContain("Effacez-moi");
  expect(letter.links).toEqual([]);

  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}`);
  await page
    .getByRole("listitem")
    .filter({ hasText: "DP-001" })
    .getByRole("link", { name: "Trouver pour quel responsable est la demande" })
    .click();
  await expect(page.getByText("Responsable inconnu").first()).toBeVisible();
  await expect(page.getByText("Formulaire public")).toBeVisible();
  await expect(page.getByText("Effacez-moi de vos fichiers.")).toBeVisible();
  await expect(page.locator("#person")).toContainText("Français");
  await page.getByRole("link", { name: "Nommer Filature du Gapeau" }).click();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByRole("link", { name: "Transmettre au responsable" })).toBeVisible();
});

test("the form keeps its contrast in both themes, with what it refuses, and is not where it is not shown @multiplies", async ({
  organisation,
  visitor,
}) => {
  const address = await makeOpenPage(organisation);
  for (const colorScheme of ["light", "dark"] as const) {
    const reader = await (await visitor({ colorScheme, viewport: { width: 320, height: 700 } })).newPage();
    await reader.goto(`/public/${address}/request`);
    await expectEnhancedContrast(reader);
    await reader.getByRole("button", { name: "Envoyer la demande" }).click();
    await expect(refusalIn(reader)).toContainText("Que demandez-vous ?");
    await expectEnhancedContrast(reader);
    await expectAccessible(reader);
    await reader.getByLabel("Faire effacer mes données").check();
    await reader.getByLabel("Par téléphone").check();
    await reader.getByLabel("Votre adresse électronique ou votre numéro").fill("+33 6 12 34 56 78");
    await reader.getByRole("button", { name: "Envoyer la demande" }).click();
    await expect(reader.getByRole("heading", { name: "Votre demande est enregistrée" })).toBeVisible();
    await expectEnhancedContrast(reader);
  }
  await savePage(organisation, { address, parts: ["dpo"] });
  const visit = await visitor();
  expect((await visit.request.get(`/public/${address}/request`)).status()).toBe(404);
  expect((await visit.request.get("/public/never-existed/request")).status()).toBe(404);
});

test("an address that leads nowhere says so in a stranger’s words, without scripts @multiplies", async ({
  visitor,
}) => {
  const stranger = await visitor({ javaScriptEnabled: false });
  const page = await stranger.newPage();
  for (const [address, title] of [
    ["/public/nowhere", "Cette page n’existe pas"],
    ["/answer/none", "Ce lien n’existe pas"],
    ["/parents/none", "Ce lien n’existe pas"],
  ] as const) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("main")).toContainText("copié en entier");
  }
});
