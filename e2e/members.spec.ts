import type { Page } from "@playwright/test";
import { withdrawInvitation } from "@/lib/features/member/write/invitations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeInvitation } from "@/prisma/factories/invitation";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation, PASSWORD, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";
import { mailsTo } from "./mailbox";
import { refusalIn } from "./refusal";
import { readServer } from "./server";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const invitationTo = (organisation: MadeOrganisation, email: string) =>
  withOrg(organisation.scope, (tx) => tx.invitation.findFirstOrThrow({ where: { email } }));

test("somebody is invited, comes in, is given another role, and is out at the next click once removed @happy-member", async ({
  page,
  context,
  visitor,
  organisation,
  mailTo,
}) => {
  const email = `ines-${Date.now()}@centre.example`;
  await signIn(context, organisation);
  const theirs = await (await visitor()).newPage();

  await test.step("an owner invites", async () => {
    await page.goto(`/${organisation.slug}`);
    await page.getByRole("navigation", { name: "Navigation principale" }).getByText("Réglages").click();
    await page.getByRole("navigation", { name: "Réglages" }).getByRole("link", { name: "Membres" }).click();
    await page.getByRole("link", { name: "Inviter" }).click();
    await page.getByLabel("Nom").fill("Inès Vasseur");
    await page.getByLabel("Adresse électronique").fill(email.toUpperCase());
    await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(refusalIn(page)).toContainText("Choisissez un rôle");
    await page.getByRole("radio", { name: "Lecture seule" }).check();
    await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(heading(page)).toHaveText("Inès Vasseur");
    await expect(page.getByRole("status").filter({ hasText: email })).toContainText("est écrite");
  });

  await test.step("the same address is not invited twice", async () => {
    await page.goto(`/${organisation.slug}/members/new`);
    await page.getByLabel("Nom").fill("Inès Vasseur");
    await page.getByLabel("Adresse électronique").fill(email);
    await page.getByRole("radio", { name: "DPO" }).check();
    await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(refusalIn(page)).toContainText("est déjà ouverte");
  });

  await test.step("whoever follows the link makes an account and is in", async () => {
    const letter = await mailTo(email);
    expect(letter.subject).toContain("vous invite à rejoindre");
    await theirs.goto(letter.links[0]!);
    await expect(heading(theirs)).toContainText("Rejoindre");
    await expect(theirs.getByRole("main")).toContainText("Salma Idrissi vous invite");
    await expect(theirs.getByRole("main")).toContainText("Lit et exporte le registre");
    await theirs.getByLabel("Mot de passe").fill("trop court");
    await theirs.getByRole("button", { name: "Créer mon compte et entrer" }).click();
    await expect(refusalIn(theirs)).toContainText("12 caractères");
    await theirs.getByLabel("Mot de passe").fill(PASSWORD);
    await theirs.getByRole("button", { name: "Créer mon compte et entrer" }).click();
    await expect(theirs.getByText("Bonjour Inès")).toBeVisible();
    await theirs.goto(`/${organisation.slug}/members/new`);
    await expect(theirs.getByRole("main")).toContainText("Seul un propriétaire invite");
  });

  await test.step("another role opens the journal at the next page", async () => {
    await page.goto(`/${organisation.slug}/members`);
    await page.getByRole("link", { name: "Inès Vasseur" }).click();
    await page.getByRole("radio", { name: "DPO" }).check();
    await page.getByRole("button", { name: "Changer le rôle" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Le rôle est changé" })).toBeVisible();
    await theirs.goto(`/${organisation.slug}/journal`);
    await expect(heading(theirs)).toHaveText("Journal");
    await expect(theirs.getByRole("main")).toContainText("Invitation acceptée");
  });

  await test.step("removed in one browser, out in the other", async () => {
    await page.getByRole("link", { name: "Retirer" }).click();
    await expect(heading(page)).toContainText("Retirer Inès Vasseur");
    await page.getByLabel("Motif").fill("Fin de mission");
    await page.getByRole("button", { name: "Retirer ce membre" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Le membre est retiré" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Inès Vasseur" })).toHaveCount(0);

    await theirs.getByRole("navigation", { name: "Navigation principale" }).getByText("Registre").click();
    await expect(heading(theirs)).toHaveText("Se connecter");
  });

  await test.step("a letter says so", async () => {
    expect((await mailTo(email, /est clos/)).text).toContain("Salma Idrissi vous a retiré");
  });

  await test.step("the account that remains is told that nothing is open to it", async () => {
    await theirs.getByLabel("Adresse électronique").fill(email);
    await theirs.getByLabel("Mot de passe").fill(PASSWORD);
    await theirs.getByRole("button", { name: "Se connecter", exact: true }).click();
    await theirs.goto("/");
    await expect(heading(theirs)).toHaveText("Aucune organisation ne vous est ouverte");
    await expect(theirs.getByRole("main")).toContainText(email);
  });
});

test("a short way in and out needs no script @happy-invitation @refusal-invitation", async ({
  visitor,
  organisation,
}) => {
  const { token, email } = await makeInvitation(organisation, { role: "viewer" });
  const plain = await (await visitor({ javaScriptEnabled: false })).newPage();
  await plain.goto(`/invitations/${token}`);
  await plain.getByLabel("Votre nom").fill("Driss Amrani");
  await plain.getByLabel("Mot de passe").fill("court");
  await plain.getByRole("button", { name: "Créer mon compte et entrer" }).click();
  await expect(refusalIn(plain)).toContainText("12 caractères");
  await expect(plain.getByLabel("Votre nom")).toHaveValue("Driss Amrani");
  await plain.getByLabel("Mot de passe").fill(PASSWORD);
  await plain.getByRole("button", { name: "Créer mon compte et entrer" }).click();
  await expect(plain.getByText("Bonjour Driss")).toBeVisible();

  await plain.goto(`/${organisation.slug}/members`);
  await expect(plain.getByRole("row", { name: /Driss Amrani/ })).toContainText(email);
  await plain.getByRole("link", { name: "Driss Amrani" }).click();
  await plain.getByRole("link", { name: "Quitter l’organisation" }).click();
  await plain.getByRole("button", { name: "Quitter l’organisation" }).click();
  await expect(heading(plain)).toHaveText("Vous avez quitté l’organisation");
  await plain.goto(`/${organisation.slug}`);
  await expect(heading(plain)).toHaveText("Se connecter");
});

test("an invitation opens to the account it was sent to, and to no other", async ({
  page,
  context,
  organisation,
  database,
}) => {
  const elsewhere = await makeOrganisation(database.ownerUrl);
  const { token } = await makeInvitation(organisation, { email: elsewhere.email });
  await signIn(context, await makeMember(organisation, "viewer"));
  await page.goto(`/invitations/${token}`);
  await expect(heading(page)).toHaveText("Cette invitation est pour une autre adresse");
  await page.getByRole("button", { name: "Changer de compte" }).click();
  await expect(page.getByRole("main")).toContainText(`Un compte existe déjà pour ${elsewhere.email}`);
  await page.getByRole("link", { name: "Se connecter" }).click();
  await page.getByLabel("Adresse électronique").fill(elsewhere.email);
  await page.getByLabel("Mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await expect(heading(page)).toContainText("Rejoindre");
  await page.getByRole("button", { name: "Accepter l’invitation" }).click();
  await expect(page).toHaveURL(`/${organisation.slug}`);
  await page.goto("/organisations");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
});

test("a link that opens nothing says what to do, and looking at one accepts nothing", async ({
  page,
  context,
  organisation,
}) => {
  const ago = { ...organisation, now: new Date(Date.now() - 8 * 86_400_000) };
  const expired = await makeInvitation(ago);
  const withdrawn = await makeInvitation(organisation);
  valueOf(await withdrawInvitation(organisation, { id: withdrawn.id }));
  const open = await makeInvitation(organisation);
  const invitations = [
    [expired.token, "Cette invitation a expiré", expired.email],
    [withdrawn.token, "Cette invitation a été retirée", "Salma Idrissi"],
    ["x".repeat(43), "Ce lien n’est pas valable", "demandez une nouvelle invitation"],
    [open.token, "Rejoindre", "choisissez un mot de passe"],
  ] as const;
  for (const [token, title, lead] of invitations) {
    await page.goto(`/invitations/${token}`);
    await expect(heading(page)).toContainText(title);
    await expect(page.getByRole("main")).toContainText(lead);
  }
  expect((await invitationTo(organisation, open.email)).acceptedAt).toBeNull();
  for (const locale of ["fr", "en", "ar"]) {
    await context.addCookies([{ name: "locale", value: locale, url: readServer().baseUrl }]);
    for (const [token] of invitations) {
      await page.goto(`/invitations/${token}`);
      await expectAccessible(page, `${token} in ${locale}`);
    }
  }
});

test("an owner renews and withdraws; the last owner is held until there is another @refusal-member", async ({
  page,
  context,
  visitor,
  organisation,
  mailTo,
}) => {
  const { email, token } = await makeInvitation(organisation, { name: "Rachid Ouazzani" });
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/members/leave`);
  await expect(page.getByRole("main")).toContainText("Vous êtes le dernier propriétaire");
  await expect(page.getByRole("button", { name: "Quitter l’organisation" })).toHaveCount(0);

  await mailTo(email);
  await page.getByRole("link", { name: "Voir les membres" }).click();
  await page.getByRole("link", { name: "Rachid Ouazzani" }).click();
  await page.getByRole("button", { name: "Envoyer un nouveau lien" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Un nouveau courriel" })).toBeVisible();
  await expect.poll(async () => (await mailsTo(email)).length).toBe(2);
  const stranger = await (await visitor()).newPage();
  await stranger.goto(`/invitations/${token}`);
  await expect(heading(stranger)).toHaveText("Ce lien n’est pas valable");
  await stranger.goto((await mailTo(email)).links[0]!);
  await expect(heading(stranger)).toContainText("Rejoindre");
  await page.getByRole("button", { name: "Retirer l’invitation" }).click();
  await expect(page.getByRole("status").filter({ hasText: "L’invitation est retirée" })).toBeVisible();
  await stranger.reload();
  await expect(heading(stranger)).toHaveText("Cette invitation a été retirée");
  await expect(page.getByRole("link", { name: "Rachid Ouazzani" })).toHaveCount(0);
});
