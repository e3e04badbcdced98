import { Client } from "pg";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeGrant } from "@/prisma/factories/grant";
import { makeActiveRecord, makeController } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { dayFromNow } from "./days";
import { expect, SESSION_COOKIE, signIn, test } from "./fixtures";
import { setUpApplication } from "./second-factor-steps";
import { readServer } from "./server";

/** Ends every grant of an organisation, as time would. */
async function endGrants(ownerUrl: string, org: string) {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
    org,
  ]);
  const { rowCount } = await owner.query("UPDATE audit_grant SET ends_at = clock_timestamp()");
  await owner.end();
  expect(rowCount).toBe(1);
}

test("an auditor is granted access, signs in from the letter, looks, exports, and is refused at the end @happy-audit @refusal-audit", async ({
  page,
  context,
  database,
  organisation,
  visitor,
  mailTo,
}) => {
  const { id: controllerId } = await makeController(organisation, { legalName: "Voltiris" });
  await makeActiveRecord(organisation, { controllerId, activity: "Relance de factures" });
  await makeContractInForce(organisation, { controllerId });
  await makeActiveRecord(organisation, { activity: "Appels d’un autre" });
  const address = `ines-${controllerId.slice(-8)}@cabinet.example`;
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/auditors`);
  await page.getByRole("link", { name: "Nouvel accès" }).first().click();
  await page.getByLabel("Nom de l’auditeur").fill("Inès Benali");
  await page.getByLabel("Adresse électronique").fill(address);
  await page.getByLabel("Pour qui il agit").fill("Voltiris");
  await page.getByLabel("Motifs de l’accès").fill("Audit annuel");
  await page.getByRole("radio", { name: /Les responsables cochés/ }).check();
  await page.getByRole("checkbox", { name: "Voltiris" }).check();
  for (const part of ["Registre", "Matrice des clauses"])
    await page.getByRole("checkbox", { name: part }).check();
  await page.getByLabel("Dernier jour").fill(dayFromNow(7));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Donner l’accès" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inès Benali");
  const sheet = page.url();

  const granted = await mailTo(address, /accès d’audit/);
  const theirs = await visitor({ viewport: { width: 375, height: 740 } });
  const auditor = await theirs.newPage();
  await auditor.goto(granted.links[0]!);
  await expect(auditor.getByRole("heading", { level: 1 })).toHaveText("Entrer pour l’audit");
  await expectAccessible(auditor);
  await auditor.getByLabel("Votre adresse").fill(address);
  await auditor.getByRole("button", { name: "Recevoir le lien" }).click();
  // The link opens in the browser that has the answer's cookie, and the letter may be faster.
  await expect(auditor).toHaveURL(/sign-in\/code/);
  const letter = await mailTo(address, /lien pour entrer dans l’audit/);
  await auditor.goto(letter.links[0]!);
  await auditor.getByRole("button", { name: "Entrer" }).click();

  await expect(auditor.getByRole("heading", { level: 1 })).toHaveText("Ce qui vous est ouvert");
  await expect(auditor.getByText(/Inès Benali · /).first()).toBeVisible();
  await expect(auditor.getByRole("link", { name: "Journal" })).toHaveCount(0);
  await expectAccessible(auditor);
  const home = auditor.url();
  await auditor.getByRole("navigation").getByRole("link", { name: "Registre" }).click();
  await expect(auditor.getByRole("link", { name: /Relance de factures/ })).toBeVisible();
  await expect(auditor.getByText("Appels d’un autre")).toHaveCount(0);
  await expectAccessible(auditor);

  const taken = auditor.waitForEvent("download");
  await auditor.getByRole("button", { name: "CSV" }).click();
  expect((await taken).suggestedFilename()).toMatch(/^audit-.*-registre-.*\.csv$/);
  await auditor.getByRole("link", { name: /Relance de factures/ }).click();
  await expect(auditor.getByText("Réception d’appels")).toBeVisible();
  await expectAccessible(auditor);
  expect((await theirs.request.get(`/${organisation.slug}/records`)).status()).toBe(404);
  expect((await theirs.request.get(`${home}/journal`)).status()).toBe(404);

  await page.goto(sheet);
  await expect(page.getByText("ouvert, entré")).toBeVisible();
  await expect(page.getByRole("row", { name: /Registre · / })).toBeVisible();

  await endGrants(database.ownerUrl, organisation.scope.org);
  expect((await theirs.request.get(home)).status()).toBe(404);
  expect((await theirs.request.get(`${home}/register`)).status()).toBe(404);
  await page.goto(sheet);
  await expect(page.getByText("terminé", { exact: true })).toBeVisible();
});

test("access ends at once where it is revoked, with a reason", async ({
  page,
  context,
  organisation,
  visitor,
}) => {
  const grant = await makeGrant(organisation);
  const theirs = await visitor({});
  await theirs.addCookies([{ name: SESSION_COOKIE, value: grant.token, url: readServer().baseUrl }]);
  const home = `/audit/${grant.actor.grantId}`;
  expect((await theirs.request.get(home)).status()).toBe(200);
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/auditors/${grant.actor.grantId}`);
  await page.getByLabel("Motif", { exact: true }).fill("Mission terminée");
  await page.getByRole("button", { name: "Révoquer" }).click();
  await expect(page.getByText("révoqué", { exact: true })).toBeVisible();
  const auditor = await theirs.newPage();
  expect((await auditor.goto(home))?.status()).toBe(404);
  await expect(auditor.getByRole("heading", { level: 1 })).toHaveText("Cet audit ne vous est pas ouvert");
});

test("where a second factor is demanded, an audit opens only to a session that gave one", async ({
  organisation,
  visitor,
}) => {
  const now = new Date();
  const grant = await makeGrant({ ...organisation, now }, { requiresSecondFactor: "on" });
  const theirs = await visitor({});
  await theirs.addCookies([{ name: SESSION_COOKIE, value: grant.token, url: readServer().baseUrl }]);
  const auditor = await theirs.newPage();
  const home = `/audit/${grant.actor.grantId}`;
  await auditor.goto(`${home}/register`);
  await expect(auditor).toHaveURL(/account\/second-factor\?next=%2Faudit/);
  await expectAccessible(auditor);
  const refused = await theirs.request.get(`${home}/register`, { maxRedirects: 0 });
  expect(refused.status()).toBe(307);

  await setUpApplication(auditor);
  await auditor.goto(`${home}/register`);
  await expect(auditor.getByRole("heading", { level: 1 })).toHaveText("Registre");
});
