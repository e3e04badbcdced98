import type { BrowserContext } from "@playwright/test";
import { openSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeMember } from "@/prisma/factories/member";
import { PASSWORD, type MadeOrganisation } from "@/prisma/factories/organisation";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { readServer } from "./server";
import { typeSignIn, expectSignIn } from "./account-forms";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";

/** Lets the person in as somebody at such a device. */
async function enter(context: BrowserContext, { actor }: MadeOrganisation, userAgent: string): Promise<void> {
  const value = await openSession(actor.personId, { userAgent, address: "192.0.2.4" }, new Date());
  await context.addCookies([{ name: SESSION_COOKIE, value, url: readServer().baseUrl }]);
}

test("a session ended in one browser is out at its next click in the other, and comes back where it was @happy-session", async ({
  page,
  context,
  visitor,
  organisation,
}) => {
  await signIn(context, organisation);
  const there = await visitor();
  await enter(there, organisation, FIREFOX);
  const other = await there.newPage();
  await other.goto(`/${organisation.slug}`);

  await page.goto(`/${organisation.slug}`);
  await page.getByRole("complementary").getByText("Salma Idrissi").click();
  await page.getByRole("link", { name: "Mon compte" }).click();
  await page.getByRole("link", { name: "Sessions" }).click();
  await expect(page.getByRole("row")).toHaveCount(3);
  await expect(page.getByRole("row", { name: /celle-ci/ })).toContainText("Navigateur inconnu");
  await expect(page.getByRole("row", { name: /Firefox sur Linux/ })).toContainText("192.0.2.4");
  await page.getByRole("button", { name: "Fermer la session Firefox sur Linux" }).click();
  await expect(page.getByRole("status").filter({ hasText: "La session est fermée" })).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByText("Aucune autre session n’est ouverte")).toBeVisible();

  await other.getByRole("navigation", { name: "Navigation principale" }).getByText("Clients").click();
  await expectSignIn(other);
  await typeSignIn(other, organisation.email, PASSWORD);
  await expect(other).toHaveURL(`/${organisation.slug}/controllers`);
});

test("all other sessions end at once, and one’s own signs out, without a script too", async ({
  visitor,
  organisation,
}) => {
  const [own, ...others] = [await visitor({ javaScriptEnabled: false }), await visitor(), await visitor()];
  await enter(own!, organisation, FIREFOX);
  for (const context of others) await enter(context, organisation, SAFARI);
  const page = await own!.newPage();
  await page.goto("/account/sessions");
  await expect(page.getByRole("row", { name: /Safari sur iOS/ })).toHaveCount(2);
  await page.getByRole("button", { name: "Fermer toutes les autres" }).click();
  await expect(page.getByText("2 autres sessions sont fermées")).toBeVisible();
  for (const context of others) {
    const out = await context.newPage();
    await out.goto(`/${organisation.slug}/records`);
    await expectSignIn(out);
  }
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expectSignIn(page);
  await page.goto("/account");
  await expect(page).toHaveURL("/sign-in?next=%2Faccount");
});

test("a name follows into the organisation, and a language into every screen @happy-account @refusal-account", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto("/account");
  await page.getByLabel("Votre nom").fill("");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByLabel("Votre nom")).toHaveAccessibleDescription(/Ce champ est obligatoire/);
  await page.getByLabel("Votre nom").fill("Salma Benali");
  await page.getByLabel("Langue des écrans et des courriels").selectOption("ar");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("complementary")).toContainText("Salma Benali");
  await page.goto(`/${organisation.slug}/journal`);
  await expect(page.getByRole("complementary")).toContainText("Salma Benali");
  await expect(page.getByRole("row", { name: /Salma Benali/ })).toBeVisible();
});

test("a browser that nobody has told its language speaks the one of whoever signs in", async ({
  visitor,
  organisation,
}) => {
  const member = await makeMember(organisation, "viewer");
  const first = await visitor();
  await signIn(first, member);
  const page = await first.newPage();
  await page.goto("/account");
  await page.getByLabel("Langue des écrans et des courriels").selectOption("en");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profile");

  const other = await (await visitor()).newPage();
  await other.goto("/sign-in");
  await typeSignIn(other, member.email, PASSWORD);
  await expect(other).toHaveURL(`/${organisation.slug}`);
  await expect(other.locator("html")).toHaveAttribute("lang", "en");
});

test("somebody of no organisation any more still keeps their account", async ({
  page,
  context,
  organisation,
}) => {
  const left = await makeMember(organisation, "viewer");
  await withOrg(left.scope, (tx) =>
    tx.member.update({ where: { id: left.actor.memberId }, data: { endedAt: left.now } }),
  );
  await signIn(context, left);
  await page.goto("/account/password");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mot de passe");
  await page.getByRole("link", { name: "Retour aux organisations" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aucune organisation ne vous est ouverte");
});
