import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeDecision } from "@/prisma/factories/decision";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { makeWrittenAct } from "@/prisma/factories/written-act";
import { withOrg } from "@/lib/platform/database/transaction";
import { expectAccessible } from "./accessibility";
import { addAuthenticator } from "./authenticator";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { readServer } from "./server";

const cookieOf = (token: string) => ({ name: SESSION_COOKIE, value: token, url: readServer().baseUrl });

test("the contact reads the exact text, decides after reading it again, and both sides have the certificate", async ({
  context,
  page,
  organisation,
  visitor,
  mailTo,
}) => {
  const request = await makeRequest(organisation);
  const contact = await makeContact(organisation, { controllerId: request.controllerId });
  const theirs = await visitor({ viewport: { width: 320, height: 740 } });
  await theirs.addCookies([cookieOf(contact.token)]);
  const screen = await theirs.newPage();
  await screen.goto(`/portal/${contact.actor.contactId}/requests/${request.id}`);
  await expect(screen.getByRole("heading", { level: 1 })).toContainText("Autorisez-vous");
  await expect(screen.getByText("refusée", { exact: true })).toBeVisible();
  await expectAccessible(screen);
  await screen.getByRole("radio", { name: /^J’autorise Pour/ }).check();
  await screen.getByLabel("Pouvoir d’engager la société").fill("Mandat social");
  await screen.getByRole("button", { name: "Relire avant de signer" }).click();
  await expect(screen.getByRole("heading", { name: "Ce que vous allez signer" })).toBeVisible();
  await expectAccessible(screen);
  await screen.getByRole("button", { name: "Signer et envoyer" }).click();
  await expect(screen.getByRole("heading", { level: 1 })).toContainText("Vous avez autorisé");
  await expect(screen.getByText("Votre décision est signée et enregistrée.")).toBeInViewport();
  await expect(screen.getByRole("link", { name: /^Attestation AD-/ })).toBeInViewport();
  await expect(screen.getByRole("radio")).toHaveCount(0);
  await expectAccessible(screen);
  await screen.getByRole("link", { name: "Retour à la demande" }).click();
  await expect(screen.getByRole("radio")).toHaveCount(1);
  await expect(screen.getByLabel(/^Vos raisons$/)).toHaveAttribute("required", "");
  expect((await mailTo(contact.email, /votre décision/)).subject).toContain(request.reference);

  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/authorisations/${request.id}`);
  await expect(page.getByText("Claire Vasseur").first()).toBeVisible();
});

test("two contacts decide: one wins, the other is told who and finds what was typed", async ({
  organisation,
  visitor,
}) => {
  const request = await makeRequest(organisation);
  const { controllerId } = request;
  const screens = [];
  for (const name of ["Claire Vasseur", "Luc Ferrand"]) {
    const contact = await makeContact(organisation, { controllerId, name });
    const browser = await visitor();
    await browser.addCookies([cookieOf(contact.token)]);
    const screen = await browser.newPage();
    await screen.goto(`/portal/${contact.actor.contactId}/requests/${request.id}`);
    await screen.getByRole("radio", { name: /^Je refuse/ }).check();
    await screen.getByLabel("Vos raisons").fill(`Refus de ${name}`);
    await screen.getByLabel("Pouvoir d’engager la société").fill("Délégation");
    await screen.getByRole("button", { name: "Relire avant de signer" }).click();
    await expect(screen.getByRole("button", { name: "Signer et envoyer" })).toBeVisible();
    screens.push(screen);
  }
  const [first, second] = screens;
  await first!.getByRole("button", { name: "Signer et envoyer" }).click();
  await expect(first!.getByRole("heading", { level: 1 })).toContainText("Vous avez refusé");
  await second!.getByRole("button", { name: "Signer et envoyer" }).click();
  await expect(second!.getByRole("heading", { name: "Décidé entre-temps" })).toBeVisible();
  await expect(second!.getByText(/Claire Vasseur a fait avancer/)).toBeVisible();
  await expect(second!.getByText("Refus de Luc Ferrand")).toBeVisible();
});

test("a contact signs by its own passkey, whose key and signature are kept with the decision", async ({
  organisation,
  visitor,
}) => {
  const request = await makeRequest(organisation);
  const contact = await makeContact(organisation, { controllerId: request.controllerId });
  const browser = await visitor();
  await browser.addCookies([cookieOf(contact.token)]);
  const screen = await browser.newPage();
  await addAuthenticator(screen);
  await screen.goto("/account/second-factor/passkeys/new");
  await screen.getByLabel("Nom de la clé").fill("Téléphone de Claire");
  await screen.getByRole("button", { name: "Créer la clé d’accès" }).click();
  await expect(screen.getByRole("heading", { name: "Vos codes de secours" })).toBeFocused();

  await screen.goto(`/portal/${contact.actor.contactId}/requests/${request.id}`);
  await screen.getByRole("radio", { name: /^J’autorise Pour/ }).check();
  await screen.getByLabel("Pouvoir d’engager la société").fill("Mandat social");
  await screen.getByRole("button", { name: "Relire avant de signer" }).click();
  await expect(screen.getByRole("button", { name: "Signer avec ma clé d’accès" })).toBeVisible();
  await expectAccessible(screen);
  await screen.getByRole("button", { name: "Signer avec ma clé d’accès" }).click();
  await expect(screen.getByRole("heading", { level: 1 })).toContainText("Vous avez autorisé");
  const [kept] = await withOrg(organisation.scope, (tx) =>
    tx.decisionSignature.findMany({ where: { authorisationId: request.id } }),
  );
  expect(JSON.parse(kept!.statement)).toMatchObject({
    request: { id: request.id, textDigest: request.textDigest },
    decision: { event: "approve" },
  });
});

test("a decision stands before its details on a telephone, and what folds below it opens for a link and on paper", async ({
  organisation,
  visitor,
}) => {
  const { id: subProcessorId } = await makeWholeSubProcessor(organisation);
  const request = await makeRequest(organisation, { subProcessorId });
  const contact = await makeContact(organisation, { controllerId: request.controllerId });
  const browser = await visitor({ viewport: { width: 375, height: 740 } });
  await browser.addCookies([cookieOf(contact.token)]);
  const screen = await browser.newPage();
  const address = `/portal/${contact.actor.contactId}/requests/${request.id}`;
  await screen.goto(address);
  await expect(screen.getByText(/^Demande du /)).toBeVisible();
  const height = await screen.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThanOrEqual(1600);
  const [asked, text] = [screen.locator("#asked > details"), screen.locator("#text > details")];
  await expect(asked.locator("dl")).toBeHidden();
  await asked.locator("summary").click();
  await expect(asked.locator("dl")).toBeVisible();
  await expect(text.locator(".prose-line")).toBeHidden();
  await screen.evaluate(() => window.location.assign("#text"));
  await expect(text.locator(".prose-line")).toBeVisible();

  await screen.goto("about:blank");
  await screen.goto(`${address}#text`);
  await expect(text).toHaveAttribute("open");
  await expect(asked).not.toHaveAttribute("open");
  await screen.emulateMedia({ media: "print" });
  await expect(asked.locator("dl")).toBeVisible();
});

test("without JavaScript a link to a folded section shows it", async ({ organisation, visitor }) => {
  const request = await makeRequest(organisation);
  const contact = await makeContact(organisation, { controllerId: request.controllerId });
  const browser = await visitor({ javaScriptEnabled: false });
  await browser.addCookies([cookieOf(contact.token)]);
  const screen = await browser.newPage();
  const address = `/portal/${contact.actor.contactId}/requests/${request.id}`;
  await screen.goto(address);
  await expect(screen.locator("#text .prose-line")).toBeHidden();
  await screen.goto(`${address}#text`);
  await expect(screen.locator("#text .prose-line")).toBeVisible();
});

test("another contact objects to a signatory, which holds its approval until the DPO settles it on a written act", async ({
  context,
  page,
  organisation,
  visitor,
}) => {
  const request = await makeRequest(organisation);
  const { controllerId } = request;
  const signatory = await makeContact(organisation, { controllerId });
  await makeDecision(signatory, request);
  const other = await makeContact(organisation, { controllerId, name: "Luc Ferrand" });
  const theirs = await visitor({ viewport: { width: 375, height: 740 } });
  await theirs.addCookies([cookieOf(other.token)]);
  const screen = await theirs.newPage();
  await screen.goto(`/portal/${other.actor.contactId}/me`);
  await screen.getByText("S’opposer à Claire Vasseur").click();
  await screen.getByLabel("Vos raisons").fill("Elle a quitté notre société");
  await expectAccessible(screen);
  await screen.getByRole("button", { name: "Envoyer l’opposition" }).click();
  await expect(screen.getByText(/Luc Ferrand s’oppose à cette signature/)).toBeVisible();
  await expect(screen.getByLabel("Vos raisons")).toHaveCount(0);
  await screen.goto(`/portal/${other.actor.contactId}/requests/${request.id}`);
  await expect(screen.getByText(/L’opposition de Luc Ferrand au signataire/).first()).toBeVisible();

  const act = await makeWrittenAct(organisation, controllerId);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/controllers/contacts/${signatory.actor.contactId}`);
  await expect(page.getByText(/Luc Ferrand, autre contact de ce client/)).toBeVisible();
  await page.getByLabel("Acte écrit du client").fill("Courrier du gérant, 3 décembre");
  await page.getByLabel("Document de cet acte").selectOption(act);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Trancher sur cet acte" }).click();
  await expect(page.getByText(/^Tranchée par/)).toBeVisible();
  const row = await withOrg(organisation.scope, (tx) =>
    tx.authorisationCondition.findFirstOrThrow({ where: { authorisationId: request.id } }),
  );
  expect(row.metAt).not.toBeNull();
});
