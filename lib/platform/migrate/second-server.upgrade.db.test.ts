// @module-tag multiplies
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBackup } from "@/lib/platform/backup/backup-file";
import { restoreBackup } from "@/lib/platform/backup/restore-backup";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import type { StaffCtx } from "@/lib/platform/request/context";
import { closeClients } from "@/lib/platform/database/clients";
import { applicationUrl, assumeEnvironment } from "@/lib/platform/environment/env";
import { migrate, migrationStatus, schemaDrift } from "@/lib/platform/migrate/migrate";
import { projectSources } from "@/lib/platform/migrate/read-migrations";
import { readBaseline } from "@/lib/platform/migrate/replaced";
import { pretendReplaced } from "@/lib/platform/migrate/replaced.fixture";
import { withOrg } from "@/lib/platform/database/transaction";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { execute, urlOfDatabase } from "@/scripts/test/cluster";
import { findDebianPostgres } from "@/scripts/test/debian-postgres";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { openDebianServer, type SecondServer } from "@/scripts/test/second-server";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

const installed = findDebianPostgres();

// Skipped, and counted as such, where Debian's is not installed; `npm run test:second-server` runs all of the tests there.
describe.skipIf(!installed)(`Debian's PostgreSQL ${installed?.major}`, () => {
  let server: SecondServer;
  let secret: string;

  beforeAll(async () => {
    server = await openDebianServer(installed!);
    secret = inject("testCluster").secret;
    await migrate(server.ownerUrl, { secret });
    // Closes those of the file before, which are at its database.
    await closeClients();
    enter(server.ownerUrl);
  });
  afterAll(async () => {
    await closeClients();
    await server.discard();
  });

  function enter(ownerUrl: string) {
    const [app, auth] = [applicationUrl(ownerUrl, secret, "app"), applicationUrl(ownerUrl, secret, "auth")];
    assumeEnvironment({ DATABASE_APP_URL: app, DATABASE_AUTH_URL: auth, AMANA_SECRET: secret });
  }

  const referencesOf = (ctx: StaffCtx) =>
    withOrg(ctx.scope, (tx) => tx.processingRecord.findMany({ select: { reference: true } }));

  it("takes every migration, and is then what the schema says", async () => {
    expect(await migrationStatus(server.ownerUrl)).toEqual({ pending: [], failed: [], edited: [] });
    expect(await schemaDrift(server.ownerUrl)).toBeUndefined();
  });

  it("serves verbs, keeps organisations apart and writes their journal", async () => {
    const [own, foreign] = [await makeOrganisation(server.ownerUrl), await makeOrganisation(server.ownerUrl)];
    const record = await makeRecord(own);
    valueOf(
      await moveRecord(own, { id: record.id, version: 1, event: "activate", on: "2026-01-05", reason: "" }),
    );
    expect(await referencesOf(own)).toHaveLength(1);
    expect(await referencesOf(foreign)).toEqual([]);
    const client = new Client({ connectionString: server.ownerUrl });
    await client.connect();
    const { rows } = await client.query("SELECT seq FROM journal_head WHERE org_id = $1 AND seq > 2", [
      own.scope.org,
    ]);
    await client.end();
    expect(rows).toHaveLength(1);
  });

  it("goes on from the baseline with a database of the migrations that it replaces", async () => {
    const baseline = readBaseline(projectSources.migrations)!;
    await execute(server.ownerUrl, "CREATE DATABASE older TEMPLATE template0");
    const older = urlOfDatabase(server.ownerUrl, "older");
    await migrate(older, { secret }, { ...projectSources, only: [baseline.name] });
    await pretendReplaced(older, baseline, Object.keys(baseline.migrations));
    await migrate(older, { secret });
    expect(await migrationStatus(older)).toEqual({ pending: [], failed: [], edited: [] });
  });

  it("takes a backup of the embedded server, and gives one back to it", async () => {
    const embedded = await freshDatabase();
    await closeClients();
    const ctx = await makeOrganisation(embedded.ownerUrl);
    await makeRecord(ctx);
    const before = await referencesOf(ctx);
    const file = join(temporaryFolder("moved"), "there.amana");
    const how = { secret, amana: "1.2.3", now: new Date() };
    await writeBackup(embedded.ownerUrl, file, how);
    await execute(server.ownerUrl, "CREATE DATABASE moved TEMPLATE template0");
    const moved = urlOfDatabase(server.ownerUrl, "moved");
    await restoreBackup(moved, await openBackup(file, secret), how);
    await closeClients();
    enter(moved);
    expect(await referencesOf(ctx)).toEqual(before);
    await writeBackup(moved, file, { ...how, force: true });
    expect((await openBackup(file, secret)).header.postgres).toMatch(new RegExp(`^${installed!.major}\\b`));
    await closeClients();
    await embedded.drop();
  });
});
