import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { todayIn } from "@/lib/domain/time/zones";
import { clearExample, fillExample } from "@/lib/features/example/write/mutations";
import { commitImport } from "@/lib/features/import/write/commit";
import { openImport } from "@/lib/features/import/write/mutations";
import { planRun } from "@/lib/features/import/read/plan-run";
import { isPlanned } from "@/lib/features/import/read/plan-store";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { archiveController } from "@/lib/features/controller-archive/write/mutations";
import { controllerArchiveSchema } from "@/lib/features/controller-archive/schema";
import { restoreController } from "@/lib/features/controller/write/mutations";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";
import { reassessAll } from "@/prisma/factories/assessment";
import { makeRequest, stepRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeClosedEnd } from "@/prisma/factories/contract-end";
import { makeDecision } from "@/prisma/factories/decision";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeForm } from "@/prisma/factories/submission";
import { makeSubProcessor, stepSubProcessor } from "@/prisma/factories/sub-processor";
import { addMessage } from "@/prisma/factories/thread";
import { freshDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { PageReader } from "./reader";
import { countRegister } from "./register-counts";

// Refuses to add, remove or move a counted row where the journal's head is not written in the same transaction.
const WATCH = `
  CREATE FUNCTION require_entry() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE org uuid := coalesce(NEW.org_id, OLD.org_id);
  BEGIN
    IF NOT EXISTS (SELECT FROM journal_head WHERE org_id = org AND xmin = pg_current_xact_id()::xid) THEN
      RAISE EXCEPTION 'no entry in the journal for a change of %', TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END $$;
  ALTER FUNCTION require_entry() SECURITY DEFINER;`;

const COUNTED: Record<string, string> = {
  processing_record: "OLD.capacity IS DISTINCT FROM NEW.capacity OR OLD.state IS DISTINCT FROM NEW.state",
  controller: "OLD.archived_at IS DISTINCT FROM NEW.archived_at",
  sub_processor: "OLD.state IS DISTINCT FROM NEW.state",
  thread: "OLD.state IS DISTINCT FROM NEW.state",
};

let database: FreshDatabase;
let owner: Client;
let own: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  own = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const counted = (scope = own.scope) => countRegister(new PageReader(scope));

/** Changes every controller without an entry in the journal, as no verb does. */
const setArchived = (ctx: MadeOrganisation, archivedAt: Date | null) =>
  withOrg(ctx.scope, (tx) => tx.controller.updateMany({ data: { archivedAt } }));

describe("figures of the register", () => {
  it("are counted once for each head of the journal, and anew as soon as it has moved", async () => {
    await makeController(own);
    expect(await counted()).toMatchObject({ controllers: 1, records: 0 });
    await setArchived(own, own.now);
    expect(await counted()).toMatchObject({ controllers: 1 });
    await makeController(own);
    expect(await counted()).toMatchObject({ controllers: 1 });
    await setArchived(own, null);
    await makeRecord(own);
    expect(await counted()).toMatchObject({ controllers: 3, records: 1, ownRecords: 0 });
  });

  it("are each scope's own", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await counted(foreign.scope)).toMatchObject({ controllers: 0, records: 0 });
    await makeController(foreign);
    expect(await counted(foreign.scope)).toMatchObject({ controllers: 1 });
    await setArchived(foreign, own.now);
    expect(await counted(foreign.scope)).toMatchObject({ controllers: 1 });
    expect(await counted()).toMatchObject({ controllers: 3 });
  });

  it("are not counted again while the head stands", async () => {
    await counted();
    const query = vi.spyOn(Client.prototype, "query");
    await counted();
    // The overloads of `query` hide that the driver is also given an object with its text.
    const asked = query.mock.calls.map(([one]) => (one as unknown as { text?: string }).text ?? one);
    expect(asked.filter((text) => String(text).includes("processing_record"))).toEqual([]);
    expect(asked).toContain("SELECT seq::text FROM journal_head");
    query.mockRestore();
  });
});

describe("whatever changes a counted row", () => {
  beforeAll(async () => {
    await owner.query(WATCH);
    for (const [table, changed] of Object.entries(COUNTED)) {
      const watch = (name: string, when: string) => `CREATE CONSTRAINT TRIGGER ${name} AFTER ${when}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW`;
      await owner.query(`${watch("counted", `INSERT OR DELETE ON ${table}`)} EXECUTE FUNCTION require_entry();
        ${watch("moved", `UPDATE ON ${table}`)} WHEN (${changed}) EXECUTE FUNCTION require_entry()`);
    }
  });

  it("is refused without an entry of the journal", async () => {
    const silent = setArchived(own, own.now);
    await expect(silent).rejects.toThrow(/no entry in the journal for a change of controller/);
  });

  it("writes one: entries, controllers, sub-processors and threads by their verbs", async () => {
    const { id: controllerId } = await makeController(own);
    const record = await makeRecord(own, { controllerId });
    const move = {
      id: record.id,
      version: record.version,
      event: "activate",
      on: "2026-01-05",
      reason: "",
    } as const;
    valueOf(await moveRecord(own, move));
    await makeOwnRecord(own);
    await stepSubProcessor(own, await makeSubProcessor(own), "end");
    await stepRequest(own, await makeRequest(own, { controllerId }), "approve", {});
    await makeClosedEnd(own, { controllerId });
    const contact = await makeContact(own, { controllerId });
    await addMessage(makeForm()(contact), record.id);
    await makeDecision(contact, await makeRequest(own, { controllerId }));
    await reassessAll(own);
    const { id, version } = await makeController(own);
    const archived = await archiveController(
      own,
      controllerArchiveSchema.parse({ id, version, reason: "Fin" }),
    );
    valueOf(await restoreController(own, { id, version: valueOf(archived).version }));
    expect(await counted()).toMatchObject({ ownRecords: 1, threads: 1 });
  });

  it("writes one: entries and controllers of a file that is imported", async () => {
    const before = await counted();
    const bytes = new TextEncoder().encode(
      "Réf.,Client,Activité,Opérations\nR-1,Voltiris,Télévente,Saisie\n",
    );
    const { id } = valueOf(await openImport(own, { fileName: "registre.csv", bytes }));
    const day = todayIn("Africa/Casablanca", own.now.getTime());
    const planned = await planRun({ scope: own.scope, id, today: day });
    if (!planned || !isPlanned(planned.result)) throw new Error("There is no plan.");
    valueOf(await commitImport(own, { id, version: 1, plan: planned.result.fingerprint }));
    const { records, controllers } = await counted();
    expect([records - before.records, controllers - before.controllers]).toEqual([1, 1]);
  });

  it("writes one: the example, filled and taken away", async () => {
    const { org } = (await makeOrganisation(database.ownerUrl)).scope;
    const ctx = { ...own, scope: mintScope({ org, scope: "staff" }) };
    valueOf(await fillExample(ctx));
    expect((await counted(ctx.scope)).records).toBeGreaterThan(0);
    valueOf(await clearExample(ctx));
    expect((await counted(ctx.scope)).records).toBe(0);
  });
});
