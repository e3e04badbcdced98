import { afterAll, beforeAll, expect, it } from "vitest";
import { closeClients } from "@/lib/platform/database/clients";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { hasRoom, readHealth } from "./health";
import { recordHeartbeat } from "@/lib/platform/jobs/beat";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { execute } from "@/scripts/test/cluster";
import { freshDatabase } from "@/scripts/test/fresh-database";

let database: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const now = new Date("2026-11-25T10:00:00.000Z");
const minutesAfter = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const setServer = (SMTP_URL: string) => assumeEnvironment({ SMTP_URL, MAIL_FROM: SMTP_URL && "a@b.example" });

it("is degraded until jobs have been at work, and when they have not been for a while", async () => {
  setServer("");
  expect(await readHealth(now)).toMatchObject({ status: "degraded", jobs: { lastBeat: null, isLate: true } });
  await recordHeartbeat("mail-delivery", now, false);
  expect(await readHealth(minutesAfter(2))).toMatchObject({
    zones: expect.stringMatching(/^20\d\d[a-z]$/),
    status: "ok",
    jobs: { lastBeat: now.toISOString(), isLate: false },
  });
  expect(await readHealth(minutesAfter(4))).toMatchObject({ status: "degraded", jobs: { isLate: true } });
});

it("is degraded when a daily job was missed, and by no beat that was noted before the clock was set back", async () => {
  const after = (hours: number) => minutesAfter(hours * 60);
  await recordHeartbeat("cleaning", now, false);
  await recordHeartbeat("mail-delivery", after(25), false);
  expect(await readHealth(after(25))).toMatchObject({ status: "ok" });
  await recordHeartbeat("mail-delivery", after(27), false);
  expect(await readHealth(after(27))).toMatchObject({ status: "degraded", jobs: { isLate: true } });
  await recordHeartbeat("cleaning", after(27), false);
  expect(await readHealth(after(27))).toMatchObject({ status: "ok" });
  expect(await readHealth(after(-21))).toMatchObject({ status: "degraded", jobs: { lastBeat: null } });
  await recordHeartbeat("mail-delivery", now, false);
  await recordHeartbeat("cleaning", now, false);
});

it("is degraded when a letter that is due does not leave, but not where none can", async () => {
  const own = await makeOrganisation(database.ownerUrl, undefined, now);
  await makeLetter(own);
  await recordHeartbeat("mail-delivery", minutesAfter(11), false);
  setServer("smtp://mail.example");
  expect(await readHealth(minutesAfter(5))).toMatchObject({ mail: { isLate: false } });
  expect(await readHealth(minutesAfter(11))).toMatchObject({
    status: "degraded",
    mail: { waitingSince: now.toISOString(), isLate: true },
  });
  setServer("");
  expect(await readHealth(minutesAfter(11))).toMatchObject({ status: "ok", mail: { waitingSince: null } });
});

it("is not well while nothing can be written, though every page can be read", async () => {
  const writing = (is: "on" | "off") =>
    execute(
      database.ownerUrl,
      `DO $$ BEGIN EXECUTE format('ALTER ROLE amana_auth IN DATABASE %I SET default_transaction_read_only = ${is}', current_database()); END $$`,
    );
  await recordHeartbeat("mail-delivery", minutesAfter(20), false);
  expect(await readHealth(minutesAfter(20))).toMatchObject({ status: "ok", writes: true });
  await writing("on");
  await closeClients();
  expect(await readHealth(minutesAfter(21))).toMatchObject({
    status: "degraded",
    database: true,
    writes: false,
  });
  await writing("off");
  await closeClients();
  expect(await readHealth(minutesAfter(22))).toMatchObject({ status: "ok", writes: true });
});

it("knows a disk with too little room, and none where another server holds the files", async () => {
  expect(await hasRoom(import.meta.dirname, 1)).toBe(true);
  expect(await hasRoom(import.meta.dirname, Number.MAX_SAFE_INTEGER)).toBe(false);
  expect(await hasRoom("", Number.MAX_SAFE_INTEGER)).toBe(true);
});
