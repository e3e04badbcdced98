import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { openBackup } from "@/lib/platform/backup/backup-file";
import { restoreBackup, type RestoreReport } from "@/lib/platform/backup/restore-backup";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import type { StaffCtx } from "@/lib/platform/request/context";
import { done } from "@/lib/domain/outcome/outcome";
import { openSession } from "@/lib/platform/request/session-store";
import { storeFile } from "@/lib/platform/files/store";
import { withOrg } from "@/lib/platform/database/transaction";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { openImport } from "@/lib/features/import/write/mutations";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { queueMail } from "@/lib/platform/mail/queue";
import { fillImportTables } from "@/prisma/factories/import";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { bareDatabase, type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

const WRITERS = 4;

/** A file of several chunks. */
export const picture = {
  purpose: "logo",
  fileName: "logo.png",
  contentType: "image/png",
  bytes: randomBytes(900_000),
} as const;

export let folder: string;
let busyFile: string;
export let quietFile: string;

export let source: FreshDatabase;
export let fromBusy: FreshDatabase;
export let fromQuiet: FreshDatabase;
export let own: StaffCtx;
export let foreign: StaffCtx;
export let token: string;

/** Controllers whose creation was acknowledged before the busy backup began, and before it ended. */
export let before: string[];
export let during: string[];
export let reports: { busy: RestoreReport; quiet: RestoreReport };

export const how = (force = false) => ({
  secret: inject("testCluster").secret,
  amana: "1.2.3",
  now: new Date(),
  force,
});

/** Bytes of every value and far more than one page, text that COPY must escape, a letter, versions, a state. */
async function fill(ctx: StaffCtx) {
  const record = await makeRecord(ctx, { activity: "Tabulation\tet\\barre\nà la ligne, \\N, ’ é ع" });
  await fillImportTables(ctx, record);
  valueOf(
    await moveRecord(ctx, { id: record.id, version: 1, event: "activate", on: "2026-01-05", reason: "" }),
  );
  const lines = Array.from({ length: 4_000 }, (_, line) => `Orvelle;Appels ${line};\u00e9\\x00`);
  const bytes = new TextEncoder().encode(`Client;Activité;Note\r\n${lines.join("\r\n")}`);
  valueOf(await openImport(ctx, { fileName: "registre.csv", bytes }));
  await withOrg(ctx.scope, (tx) =>
    queueMail(
      tx,
      ctx.scope.org,
      {
        template: "probe",
        locale: "fr",
        to: { name: "Hélène Marchetti", address: "h@orvelle.example" },
        params: { a: "1" },
        secrets: { link: "https://a.example/x" },
      },
      ctx.now,
    ),
  );
  await write(withoutRight(ctx), async (tx, journal) => done(await storeFile(tx, ctx, journal, picture)));
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  await withOrg(ctx.scope, (tx) => tx.importRun.updateMany({ data: { bytes: everyByte } }));
}

/** Writers start, then the backup; it ends, then they do. */
async function backUpWhileWriting() {
  const acknowledged: string[] = [];
  let isOver = false;
  const write = async () => acknowledged.push((await makeController(own)).id);
  await Promise.all(Array.from({ length: WRITERS }, write));
  const writers = Array.from({ length: WRITERS }, async () => {
    while (!isOver) await write();
  });
  before = [...acknowledged];
  await writeBackup(source.ownerUrl, busyFile, how()).finally(() => (isOver = true));
  during = acknowledged.slice(before.length);
  await Promise.all(writers);
}

export async function restoreTo(database: FreshDatabase, path: string): Promise<RestoreReport> {
  const { secret } = inject("testCluster");
  return restoreBackup(database.ownerUrl, await openBackup(path, secret), { secret, now: new Date() });
}

export function prepareBackups(): void {
  folder = temporaryFolder("backup");
  busyFile = join(folder, "busy.amana");
  quietFile = join(folder, "quiet.amana");
  beforeAll(async () => {
    source = await freshDatabase();
    own = await makeOrganisation(source.ownerUrl);
    foreign = await makeOrganisation(source.ownerUrl);
    for (const ctx of [own, foreign]) await fill(ctx);
    token = await openSession(own.actor.personId, { userAgent: "", address: "" }, new Date());
    await backUpWhileWriting();
    await writeBackup(source.ownerUrl, quietFile, how());
    [fromBusy, fromQuiet] = await Promise.all([bareDatabase(), bareDatabase()]);
    reports = { busy: await restoreTo(fromBusy, busyFile), quiet: await restoreTo(fromQuiet, quietFile) };
  }, 180_000);
  afterAll(async () => {
    await Promise.all([source, fromBusy, fromQuiet].map((database) => database.drop()));
  });
}
