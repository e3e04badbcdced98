import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import type { StaffCtx } from "@/lib/platform/request/context";
import { authClient } from "@/lib/platform/database/clients";
import { rootSecret } from "@/lib/platform/environment/env";
import { openSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation, PASSWORD } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { makeController } from "@/prisma/factories/register";
import { type Amana, findFreePort, launch, readAnnouncement, stop } from "@/scripts/test/amana";
import { type Proxy, startProxy } from "@/scripts/test/proxy";
import { sendPlainForm } from "@/scripts/torture/plain-form";
import { expect, SESSION_COOKIE, test } from "./fixtures";
import { mailsTo } from "./mailbox";
import { refusalIn } from "./refusal";
import { MAIL_FROM, readServer } from "./server";

// Simulates two machines: separate data folders, one database, one secret, one proxy address.
const VISITOR = "203.0.113.9";
let proxy: Proxy;
let folders: string[] = [];
let machines: { amana: Amana; baseUrl: string }[] = [];

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ database }) => {
  test.setTimeout(120_000);
  // Creates an organisation, so that the set-up link of the run is not consumed.
  await makeOrganisation(database.ownerUrl);
  proxy = await startProxy(() => machines.map(({ baseUrl }) => baseUrl), VISITOR);
  // Made here and not beside the tests: every worker loads this file, also those that run none of it.
  folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), "amana-machine-")));
  machines = await Promise.all(folders.map((folder) => startMachine(folder, database.ownerUrl)));
});

test.afterAll(async () => {
  await Promise.all(machines.map(({ amana }) => stop(amana)));
  await proxy.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function startMachine(folder: string, databaseUrl: string) {
  const port = await findFreePort();
  const amana = launch({
    AMANA_DATA_DIR: folder,
    PORT: String(port),
    WEB_WORKERS: "1",
    DATABASE_URL: databaseUrl,
    AMANA_SECRET: rootSecret(),
    AMANA_URL: proxy.baseUrl,
    TRUST_PROXY: "true",
    SMTP_URL: readServer().mailUrl,
    MAIL_FROM,
  });
  await readAnnouncement(amana, { isNew: false });
  return { amana, baseUrl: `http://localhost:${port}` };
}

async function tryToSignIn(page: Page, email: string, password: string) {
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}

/** Status of each machine's answer to a page that requires sign-in. */
async function statuses(request: APIRequestContext, path: string): Promise<number[]> {
  const answers = machines.map(({ baseUrl }) => request.get(`${baseUrl}${path}`, { maxRedirects: 0 }));
  return (await Promise.all(answers)).map((answer) => answer.status());
}

async function signIn(context: BrowserContext, { actor }: StaffCtx): Promise<void> {
  const value = await openSession(actor.personId, { userAgent: "tests", address: VISITOR }, new Date());
  await context.addCookies([{ name: SESSION_COOKIE, value, url: proxy.baseUrl }]);
}

test("a session opened through either is good on both, and dead on both once it is ended @multiplies", async ({
  organisation,
  visitor,
}) => {
  const context = await visitor({ baseURL: proxy.baseUrl });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await tryToSignIn(page, organisation.email, PASSWORD);
  await expect(page.getByText("Bonjour Salma")).toBeVisible();
  const path = `/${organisation.slug}/controllers`;
  expect(await statuses(context.request, path)).toEqual([200, 200]);
  const { personId } = organisation.actor;
  const session = await authClient().session.findFirstOrThrow({ where: { personId, revokedAt: null } });
  expect(session.address).toBe(VISITOR);

  const cookies = await context.cookies();
  await page.getByRole("complementary").getByText("Salma Idrissi").click();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.addCookies(cookies);
  expect(await statuses(context.request, path)).toEqual([307, 307]);
  expect([...proxy.counts.values()].every((count) => count > 0)).toBe(true);
  expect(proxy.counts.size).toBe(2);
});

test("two people who edit through different machines are told, and nothing is lost @multiplies", async ({
  organisation,
  visitor,
}) => {
  const { id } = await makeController(organisation, { legalName: "Optique Calvet" });
  const path = `/${organisation.slug}/controllers/${id}/edit`;
  const editors = [organisation, await makeMember(organisation, "dpo")];
  const pages = await Promise.all(
    editors.map(async (editor, index) => {
      const context = await visitor({ baseURL: machines[index]!.baseUrl });
      await signIn(context, editor);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    }),
  );
  const [first, second] = pages as [Page, Page];
  await first.getByLabel("Adresse", { exact: true }).fill("3 rue Foch, 34000 Montpellier");
  await first.getByRole("button", { name: "Enregistrer le responsable" }).click();
  await expect(first.getByRole("heading", { level: 1 })).toHaveText("Optique Calvet");
  await second.getByLabel("Adresse", { exact: true }).fill("5 rue Foch, 34000 Montpellier");
  await second.getByRole("button", { name: "Enregistrer le responsable" }).click();
  await expect(second.getByRole("heading", { name: "Quelqu’un a enregistré entre-temps" })).toBeVisible();
  await first.reload();
  await expect(first.getByRole("main")).toContainText("3 rue Foch, 34000 Montpellier");
});

test("records written through both at once are numbered without a hole or a double @multiplies", async ({
  organisation,
}) => {
  const { id } = await makeController(organisation);
  const device = { userAgent: "tests", address: VISITOR };
  const token = await openSession(organisation.actor.personId, device, new Date());
  const cookie = `${SESSION_COOKIE}=${token}`;
  const writeOne = (index: number) =>
    sendPlainForm(
      { baseUrl: machines[index % 2]!.baseUrl, cookie },
      `/${organisation.slug}/records/new?controller=${id}`,
      { activity: `Appels sortants ${index}`, controllerId: id },
    );
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => writeOne(index)));
  expect(answers.every((location) => /\/records\/[0-9a-f-]{36}$/.test(location ?? ""))).toBe(true);
  const records = await withOrg(organisation.scope, (tx) =>
    tx.processingRecord.findMany({ select: { reference: true }, orderBy: { reference: "asc" } }),
  );
  const numbers = records.map(({ reference }) => Number(/\d+$/.exec(reference)?.[0]));
  expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
});

test("a letter leaves once, however many are there to send it @multiplies", async ({ organisation }) => {
  const letters = [];
  for (let count = 0; count < 12; count += 1) letters.push(await makeLetter(organisation));
  const states = () =>
    withOrg(organisation.scope, async (tx) =>
      (await tx.outboxMail.findMany({ select: { state: true } })).map(({ state }) => state),
    );
  await expect.poll(states).toEqual(letters.map(() => "accepted"));
  const taken = await Promise.all(letters.map(({ to }) => mailsTo(to.address)));
  expect(taken.map((mails) => mails.length)).toEqual(letters.map(() => 1));
});

test("tries at a password are counted together @multiplies", async ({ organisation, visitor }) => {
  const context = await visitor({ baseURL: proxy.baseUrl });
  const page = await context.newPage();
  await page.goto("/sign-in");
  for (let tries = 0; tries < 8; tries += 1) {
    await tryToSignIn(page, organisation.email, `essai numéro ${tries}`);
    await expect(refusalIn(page)).toContainText("Adresse ou mot de passe incorrect");
    await expect(page.getByLabel("Mot de passe")).toHaveValue("");
  }
  await tryToSignIn(page, organisation.email, PASSWORD);
  await expect(refusalIn(page)).toContainText("Attendez un quart d’heure");
});
