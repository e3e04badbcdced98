import { closePage, makeOpenPage, savePage } from "@/prisma/factories/public-page";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import {
  confirmByLink,
  requestSubscriptionFor,
  makeSubscribersNotified,
} from "@/prisma/factories/subscription";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("a page is previewed, opened, read by a stranger without scripts, subscribed to, told of a change, and closed @happy-public-page @refusal-public-page", async ({
  page,
  context,
  organisation,
  visitor,
  mailTo,
}) => {
  test.setTimeout(120_000);
  await makeWholeSubProcessor(organisation);
  const address = `centre-${organisation.scope.org.slice(-8)}`;
  const stranger = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  const closed = await stranger.request.get(`/public/${address}`);
  const unknown = await stranger.request.get("/public/never-existed");
  expect([closed.status(), unknown.status()]).toEqual([404, 404]);
  for (const path of ["/answer", "/parents"]) {
    const bare = await stranger.request.get(path);
    expect([bare.status(), await bare.text()], path).toEqual([
      404,
      expect.stringContaining("copié en entier"),
    ]);
  }
  for (const path of ["/answer/a/b", "/parents/a/b"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("main")).toContainText("copiez en entier le lien");
  }

  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/public-page`);
  await expect(page.getByText("Enregistrez d’abord les réglages")).toBeVisible();
  await page.getByLabel("Adresse de la page").fill(address);
  for (const part of ["Délégué à la protection des données", "Sous-traitants ultérieurs"])
    await page.getByRole("checkbox", { name: part }).check();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.locator(".done-word")).toBeVisible();
  await page.getByRole("link", { name: "Lire l’aperçu d’abord" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aperçu de la page publique");
  await expect(page.getByRole("row", { name: /Numéria Voix SAS/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Mesures de sécurité" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Retour aux réglages" }).click();
  const unopened = await stranger.request.get(`/public/${address}`);
  expect(unopened.status()).toBe(404);
  expect(await unopened.text()).toContain("Cette page n’existe pas");
  await page.getByRole("button", { name: "Ouvrir la page à tous" }).click();
  await expect(page.getByText("ouverte", { exact: true })).toBeVisible();

  const reader = await stranger.newPage();
  const email = `lectrice-${organisation.scope.org.slice(-8)}@lecteur.example`;
  await reader.goto(`/public/${address}`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Protection des données");
  await expect(reader.getByText("Salma Idrissi")).toBeVisible();
  await expect(reader.getByText("Numéria Voix SAS")).toBeVisible();
  await reader.getByLabel("Votre adresse électronique").fill(email);
  await reader.getByRole("button", { name: "S’abonner" }).click();
  await expect(reader.getByText("Un courriel est parti")).toBeVisible();

  const confirm = await mailTo(email, /Confirmez/);
  // A scanner of mail opens the link, and confirms nothing.
  await reader.goto(confirm.links[0]!);
  await page.reload();
  await expect(page.getByText("0 abonné confirmé, 1 adresse non confirmée")).toBeVisible();
  await reader.getByRole("button", { name: "Confirmer" }).click();
  await expect(reader.getByText("Abonnement confirmé")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("confirmé le");

  await makeWholeSubProcessor(organisation, { name: "Atlas Hébergement" });
  expect(await makeSubscribersNotified(organisation)).toBe(1);
  const told = await mailTo(email, /un changement de sous-traitants/);
  expect(told.text).toContain("Atlas Hébergement");
  const leave = told.links.find((link) => link.includes("/subscriptions/leave/"))!;
  // The job ran in this process, which knows the server by another port.
  await reader.goto(new URL(leave).pathname);
  await reader.getByRole("button", { name: "Se désabonner" }).click();
  await expect(reader.getByText("Vous êtes désabonné")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Personne n’est abonné")).toBeVisible();

  await page.getByLabel("Motif de la fermeture").fill("Refonte du site");
  await page.getByRole("button", { name: "Fermer la page" }).click();
  await expect(page.getByText("fermée", { exact: true })).toBeVisible();
  const again = await stranger.request.get(`/public/${address}`);
  expect(again.status()).toBe(404);
  expect(withoutNames(await again.text(), address)).toBe(withoutNames(await unknown.text(), "never-existed"));
});

test("two people's settings are both shown, and what the first saved is not lost @multiplies", async ({
  organisation,
  page,
  context,
}) => {
  const address = await savePage(organisation, { parts: ["dpo"] });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/public-page`);
  await page.getByLabel("Ce que nous faisons (English)").fill("Customer relations");
  await page.getByRole("checkbox", { name: "Mesures de sécurité" }).check();
  await savePage(organisation, { address, parts: ["dpo", "activity"] });
  await page.getByRole("button", { name: "Enregistrer" }).click();

  const parts = page.getByRole("row", { name: /Parties montrées/ });
  await expect(parts.getByRole("radio")).toHaveCount(2);
  await expect(page.getByRole("row", { name: /English/ })).toContainText("Customer relations");
  await expectAccessible(page);
  await parts.getByRole("radio", { name: /Mesures de sécurité/ }).check();
  await page.getByRole("button", { name: /^Enregistrer/ }).click();
  await expect(page.getByRole("checkbox", { name: "Mesures de sécurité" })).toBeChecked();
  await expect(page.getByLabel("Ce que nous faisons (English)")).toHaveValue("Customer relations");
});

/** A page without what differs at each request: nonces, and the address that was asked for. */
function withoutNames(html: string, address: string): string {
  return html
    .replaceAll(address, "…")
    .replace(/nonce="[^"]*"|"nonce":"[^"]*"|nonce\\":\\"[^"\\]*/g, "")
    .replace(/\d+(\.\d+)?/g, "0");
}

test("a mail client leaves by one post, also of a page that is closed @multiplies", async ({
  organisation,
  visitor,
  mailTo,
  page,
  context,
}) => {
  const email = `lecteur-${organisation.scope.org.slice(-8)}@lecteur.example`;
  await requestSubscriptionFor(organisation, await makeOpenPage(organisation), email);
  const [confirmation] = (await mailTo(email)).links;
  await confirmByLink(confirmation!, organisation.now);
  await makeWholeSubProcessor(organisation);
  expect(await makeSubscribersNotified(organisation)).toBe(1);
  const letter = await mailTo(email, /un changement/);
  const oneClick = new URL(letter.oneClickLeave).pathname;
  await closePage(organisation);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/public-page`);
  await expect(page.getByRole("row", { name: new RegExp(email) })).toBeVisible();
  const client = await visitor();
  expect((await client.request.get(oneClick)).status()).toBe(200);
  await page.reload();
  await expect(page.getByRole("row", { name: new RegExp(email) })).toBeVisible();
  const form = { "List-Unsubscribe": "One-Click" };
  expect((await client.request.post(oneClick, { form })).status()).toBe(200);
  await page.reload();
  await expect(page.getByText("Personne n’est abonné")).toBeVisible();
});
