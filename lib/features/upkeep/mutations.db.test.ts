import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeClients } from "@/lib/platform/db";
import { assumeEnvironment } from "@/lib/platform/env";
import { cleanExpired, listOrganisations } from "@/lib/platform/jobs/candidates";
import { closeJobsPool } from "@/lib/platform/jobs/pool";
import { takeTry } from "@/lib/platform/rate-limit";
import { withOrg } from "@/lib/platform/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter, makePlatformLetter } from "@/prisma/factories/outbox";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { type MailServer, startMailServer } from "@/scripts/test/mail-server";
import { deliverDueLetters } from "./mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let organisations: MadeOrganisation[];
let server: MailServer;
const received: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  organisations = [await makeOrganisation(database.ownerUrl), await makeOrganisation(database.ownerUrl)];
  server = await startMailServer({ keep: async ([to]) => void received.push(to!) });
});
afterAll(async () => {
  await Promise.all([closeClients(), closeJobsPool()]);
  await server.stop();
  await database.drop();
});

const never = new AbortController().signal;
const setServer = (SMTP_URL: string) => assumeEnvironment({ SMTP_URL, MAIL_FROM: SMTP_URL && "a@b.example" });

it("lists every organisation, and reads nothing of any", async () => {
  expect((await listOrganisations()).sort()).toEqual(organisations.map(({ scope }) => scope.org).sort());
  const jobs = new Client({ connectionString: database.jobsUrl });
  await jobs.connect();
  for (const table of ["organisation", "outbox_mail", "processing_record", "person", "journal_text"])
    await expect(jobs.query(`SELECT 1 FROM ${table}`)).rejects.toMatchObject({ code: "42501" });
  await jobs.end();
});

it("sends all that is due, of every organisation and of the platform, once however many sweep at once", async () => {
  const letters = await Promise.all(
    Array.from({ length: 20 }, (_, index) => makeLetter(organisations[index % 2]!)),
  );
  letters.push(await makePlatformLetter(new Date()));
  setServer("");
  await deliverDueLetters(never);
  expect(received).toEqual([]);

  setServer(server.url);
  await Promise.all([deliverDueLetters(never), deliverDueLetters(never), deliverDueLetters(never)]);
  await deliverDueLetters(never);
  expect([...received].sort()).toEqual(letters.map(({ to }) => to.address).sort());
  for (const { scope } of organisations)
    expect(await withOrg(scope, (tx) => tx.outboxMail.count({ where: { state: { not: "accepted" } } }))).toBe(
      0,
    );
});

it("throws away tries that count no more, and no others", async () => {
  const now = Date.now();
  const limit = { tries: 1, windowMs: 60_000 };
  await takeTry("old", limit, new Date(now - 8 * 86_400_000));
  await takeTry("young", limit, new Date(now));
  expect(await cleanExpired(new Date(now))).toBe(1);
  expect(await takeTry("young", limit, new Date(now))).toBe(false);
});
