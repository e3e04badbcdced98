import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { issueToken } from "@/lib/features/account/write/tokens";
import { openPasskeyChallenge } from "@/lib/features/second-factor/read/passkey-challenge";
import { openChallenge } from "@/lib/platform/auth/challenge";
import { authClient } from "@/lib/platform/database/clients";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { cleanExpired, listOrganisations } from "@/lib/platform/jobs/candidates";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import { hashToken } from "@/lib/platform/secrets/token";
import { PLATFORM, withAuth, withOrg } from "@/lib/platform/database/transaction";
import { makeInvitation } from "@/prisma/factories/invitation";
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
  await server.stop();
  await database.drop();
});

const DAY = 86_400_000;
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
  await countAttempt("old", limit, new Date(now - 8 * 86_400_000));
  await countAttempt("young", limit, new Date(now));
  expect(await cleanExpired(new Date(now))).toBe(1);
  expect(await countAttempt("young", limit, new Date(now))).toBe(false);
});

it("throws away links and challenges that open nothing any more, and keeps who came by one", async () => {
  const [{ actor, scope, now, email }] = organisations as [MadeOrganisation];
  const personId = actor.personId;
  const [gone, young] = [new Date(now.getTime() - 91 * DAY), new Date(now.getTime() - 89 * DAY)];
  const ctx = organisations[0]!;
  const invited = async (facts: object) => {
    const { id } = await makeInvitation(ctx);
    await withOrg(scope, (tx) => tx.invitation.updateMany({ where: { id }, data: facts }));
    return id;
  };
  const stored = [
    await invited({ expiresAt: young }),
    await invited({ withdrawnAt: young, expiresAt: young }),
    await invited({ expiresAt: gone, acceptedAt: gone }),
    await invited({}),
  ];
  await invited({ expiresAt: gone });
  await invited({ withdrawnAt: gone });
  await withAuth(PLATFORM, async (tx) => {
    const link = { kind: "email-change" as const, personId, email };
    const old = await issueToken(tx, link, gone);
    await tx.accountToken.updateMany({ where: { tokenHash: hashToken(old) }, data: { usedAt: gone } });
    await issueToken(tx, link, young);
  });
  await openChallenge(personId, "/", young);
  await openPasskeyChallenge("sign-in", null, young);
  await authClient().totpFactor.create({ data: { personId, startedAt: young, sealed: new Uint8Array(1) } });
  await openChallenge(personId, "/", now);
  await authClient().signInChallenge.updateMany({ where: { expiresAt: { gt: now } }, data: { usedAt: now } });

  const journal = await withOrg(scope, (tx) => tx.journalText.count());
  // Opening a challenge deletes the expired one; the job deletes the rest.
  expect(await cleanExpired(now)).toBe(5);
  expect(await cleanExpired(now)).toBe(0);
  const left = await withOrg(scope, (tx) => tx.invitation.findMany({ select: { id: true } }));
  expect(left.map(({ id }) => id).sort()).toEqual(stored.sort());
  expect(await authClient().accountToken.count()).toBe(1);
  expect(await authClient().signInChallenge.count()).toBe(1);
  expect(await withOrg(scope, (tx) => tx.journalText.count())).toBe(journal);
});

it("shows the owner of the tables no invitation while it does not clean", async () => {
  await makeInvitation(organisations[0]!);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  expect((await owner.query("SELECT 1 FROM invitation")).rowCount).toBe(0);
  await owner.end();
});
