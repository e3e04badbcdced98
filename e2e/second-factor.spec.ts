import { findFactors } from "@/lib/features/second-factor/read/queries";
import { beginTotp, confirmTotp } from "@/lib/features/second-factor/write/mutations";
import { readTotpKey } from "@/lib/features/second-factor/read/totp";
import { openSession, readSession } from "@/lib/platform/request/session-store";
import { makeMember } from "@/prisma/factories/member";
import { type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { expect, signIn, test } from "./fixtures";
import { refusalIn } from "./refusal";
import { OVERVIEW, codeOf, typePassword, typeCode, signOut, setUpApplication } from "./second-factor-steps";

async function withApplication({ actor }: Pick<MadeOrganisation, "actor">) {
  const device = { userAgent: "tests", address: "127.0.0.1" };
  const now = new Date();
  const signedIn = (await readSession(await openSession(actor.personId, device, now), now))!;
  const self = { ...signedIn, device, now };
  valueOf(await beginTotp(self, { password: "", next: "/" }));
  const key = readTotpKey((await findFactors(actor.personId)).pending!);
  const { codes } = valueOf(await confirmTotp(self, { code: codeOf(key) }));
  return { key, codes: codes! };
}

test("an application is set up, asked for at the door, and no code opens it twice", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  const { key, codes } = await setUpApplication(page);
  expect(new Set(codes).size).toBe(10);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Télécharger en texte" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("amana-codes.txt");
  await page.getByRole("link", { name: "Je les ai gardés, continuer" }).click();
  await expect(page.getByRole("main")).toContainText("Active depuis le");
  await expect(page.getByRole("main")).toContainText("10 codes sur 10");

  await signOut(context);
  const wanted = `/${organisation.slug}/controllers?view=archived`;
  await page.goto(wanted);
  await typePassword(page, organisation.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vérification en deux étapes");
  await typeCode(page, "000000");
  await expect(refusalIn(page)).toContainText("Ce code n’est pas accepté");
  const code = codeOf(key, 1);
  await typeCode(page, code);
  await expect(page).toHaveURL(wanted);

  await signOut(context);
  await page.goto("/sign-in");
  await typePassword(page, organisation.email);
  await typeCode(page, code);
  await expect(refusalIn(page)).toContainText("a déjà servi");
  await typeCode(page, codes[0]!);
  await expect(page).toHaveURL(`/${organisation.slug}`);
  await page.goto(OVERVIEW);
  await expect(page.getByRole("main")).toContainText("9 codes sur 10");
});

test("the password alone opens nothing, whatever address is asked for between the two steps", async ({
  page,
  organisation,
}) => {
  await withApplication(organisation);
  await page.goto("/sign-in");
  await typePassword(page, organisation.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vérification en deux étapes");
  for (const address of [`/${organisation.slug}`, "/account", OVERVIEW]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Se connecter");
  }
});

test("too many wrong codes lead back to the password", async ({ page, organisation }) => {
  await withApplication(organisation);
  await page.goto("/sign-in");
  await typePassword(page, organisation.email);
  for (let tries = 0; tries < 5; tries += 1) {
    await typeCode(page, `00000${tries}`);
    await expect(refusalIn(page)).toContainText("Ce code n’est pas accepté");
  }
  await typeCode(page, "000009");
  await expect(page).toHaveURL(/\/sign-in\?error=expired/);
  await expect(refusalIn(page)).toContainText("cinq essais ont passé");
});

test("the code, the codes of recovery and the way back need no script @multiplies", async ({
  visitor,
  organisation,
}) => {
  const context = await visitor({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(context, organisation);
  await page.goto(`${OVERVIEW}/authenticator`);
  await page.getByRole("button", { name: "Afficher le QR code à scanner" }).click();
  const key = (await page.locator(".key").innerText()).replace(/\s/g, "");
  await page.getByLabel("Premier code de l’application").fill(codeOf(key));
  await page.getByRole("button", { name: "Confirmer et activer" }).click();
  await expect(page.getByRole("heading", { name: "Vos codes de secours" })).toBeVisible();

  await signOut(context);
  await page.goto(`/${organisation.slug}/controllers`);
  await typePassword(page, organisation.email);
  await typeCode(page, "123");
  await expect(refusalIn(page)).toContainText("Ce code n’est pas accepté");
  await typeCode(page, codeOf(key, 1));
  await expect(page).toHaveURL(`/${organisation.slug}/controllers`);
});

test("an owner forgets the factor of a member who lost it", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const member = await makeMember(organisation, "editor");
  await withApplication(member);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/organisation/security`);
  await page.getByText("Réinitialiser pour Youssef Berrada").click();
  await expect(page.getByRole("main")).toContainText("de vive voix");
  await page.getByRole("button", { name: "Réinitialiser le second facteur" }).click();
  await expect(page.getByRole("main")).toContainText("le mot de passe suffit pour entrer");

  const other = await (await visitor()).newPage();
  await other.goto("/sign-in");
  await typePassword(other, member.email);
  await expect(other).toHaveURL(`/${organisation.slug}`);
});
