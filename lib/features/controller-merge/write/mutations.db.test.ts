import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { updateController } from "@/lib/features/controller/write/mutations";
import { findKnownControllers } from "@/lib/features/import/read/queries";
import { writeMessage } from "@/lib/features/thread/write/mutations";
import type { StaffCtx } from "@/lib/platform/request/context";
import { closeClients } from "@/lib/platform/database/clients";
import { mintScope } from "@/lib/platform/database/scope";
import { readSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { prepareRequest, sendDraft } from "@/prisma/factories/authorisation";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeEnd } from "@/prisma/factories/contract-end";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeDecision } from "@/prisma/factories/decision";
import { makeInstruction } from "@/prisma/factories/instruction";
import { mergeInto, unmerge } from "@/prisma/factories/merge";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { addMessage } from "@/prisma/factories/thread";
import { makeTransfer } from "@/prisma/factories/transfer";
import { findRecordsAt } from "@/lib/features/processing-record/read/as-of";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { MERGE_TABLES, MOVED_TABLES } from "@/lib/features/controller-merge/read/tables";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
beforeEach(async () => {
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await closeClients();
  await database.drop();
});

const merge = (id: string, intoId: string, stated: Record<string, unknown> = {}, by: StaffCtx = ctx) =>
  mergeInto(by, [id, intoId], stated);
const undo = (id: string) => unmerge(ctx, id);

/** Creates a row of each kind that a merge moves, with a thread. */
async function makeServed(stated: Record<string, unknown> = {}) {
  const controllerId = (await makeController(ctx, stated)).id;
  const record = await makeActiveRecord(ctx, { controllerId });
  const contract = await makeContractInForce(ctx, { controllerId });
  const transfer = await makeTransfer(ctx, { controllerId });
  const instruction = await makeInstruction(ctx, { controllerId });
  const subProcessorId = (await makeSubProcessor(ctx)).id;
  const request = await sendDraft(ctx, await prepareRequest(ctx, { controllerId, subProcessorId }));
  await addMessage(ctx, record.id);
  return { id: controllerId, rows: { record, contract, transfer, instruction, request } };
}

/** Reads through the scope of the contact's session. */
async function seen(contact: MadeContact) {
  const [line] = (await readSession(contact.token, contact.now))!.contacts;
  const { org } = contact.scope;
  const scope = mintScope({
    org,
    scope: "portal",
    controllerId: line!.controller.id,
    controllerIds: line!.sees,
  });
  const ids = await withOrg(scope, async (tx) => {
    const select = { id: true };
    const rows = [
      await tx.processingRecord.findMany({ select }),
      await tx.contract.findMany({ select }),
      await tx.transfer.findMany({ select }),
      await tx.authorisation.findMany({ select }),
      await tx.instruction.findMany({ select }),
      await tx.thread.findMany({ select }),
    ];
    const versions = await tx.recordVersion.findMany({ select: { recordId: true, version: true } });
    return [
      ...rows.flat().map(({ id }) => id),
      ...versions.map(({ recordId, version }) => `${recordId} ${version}`),
    ].sort();
  });
  return { ids, role: line!.role, controller: line!.controller };
}

// Tables that grow by design; all others must be restored.
const GROWING = [
  "evidence_row",
  "controller_merge",
  "controller_merge_undo",
  "controller_version",
  "outbox_mail",
];

async function dump(): Promise<Record<string, string[]>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id'
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'journal%' AND c.relname <> ALL ($1) ORDER BY 1`,
    [GROWING],
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    await owner.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
    const { rows } = await owner.query<{ line: string }>(
      `SELECT CASE WHEN $1 = 'controller' THEN to_jsonb(t) - ARRAY['version', 'updated_at'] ELSE to_jsonb(t) END::text AS line
        FROM ${name} t WHERE org_id = $2 ORDER BY 1`,
      [name, ctx.scope.org],
    );
    await owner.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
    found[name] = rows.map(({ line }) => line);
  }
  return found;
}

describe("the tables that refer to a controller", () => {
  it("are all declared with what a merge makes of them", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT DISTINCT c.relname AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        AND c.relname <> 'controller' AND (
          EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'controller_id' AND NOT a.attisdropped)
          OR EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.confrelid = 'controller'::regclass))`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(MERGE_TABLES).sort());
  });
  it("note whose a row was where they move with it", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT attrelid::regclass::text AS name FROM pg_attribute WHERE attname = 'merged_from_id' AND attnum > 0
        AND attrelid IN (SELECT oid FROM pg_class WHERE relkind = 'r')`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.values(MOVED_TABLES).sort());
  });
});

describe("mergeControllers", () => {
  it("is for owners and the officer, who saw what it moves", async () => {
    const [one, other] = [await makeController(ctx), await makeController(ctx)];
    expect(await merge(one.id, other.id, {}, as(ctx, "editor"))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await merge(one.id, other.id, { stamp: "x" })).toMatchObject({
      refusal: { issues: [{ path: "", key: "controller.merge.changed" }] },
    });
    expect(await merge(one.id, other.id)).toMatchObject({ ok: true });
  });

  it("is refused beside the field over differing numbers, the same, an archived and a merged one", async () => {
    const [one, other] = [
      await makeController(ctx, { registrationNumber: "552 100 554" }),
      await makeController(ctx, { registrationNumber: "552 100 555" }),
    ];
    const refusal = (key: string) => ({
      refusal: { issues: [{ path: "intoId", key: `controller.merge.${key}` }] },
    });
    expect(await merge(one.id, other.id)).toMatchObject(refusal("otherCompany"));
    expect(await merge(one.id, one.id)).toMatchObject(refusal("same"));
    const third = await makeController(ctx);
    valueOf(await merge(third.id, other.id));
    expect(await merge(third.id, one.id)).toMatchObject(refusal("merged"));
    expect(await merge(one.id, third.id)).toMatchObject(refusal("merged"));
  });

  it("never makes a certificate say another company's name: whoever signed is the one that remains", async () => {
    const signed = await makeServed();
    const contact = await makeContact(ctx, { controllerId: signed.id });
    await makeDecision(contact, signed.rows.request);
    const other = await makeController(ctx);
    expect(await merge(signed.id, other.id)).toMatchObject({
      refusal: { issues: [{ path: "intoId", key: "controller.merge.certified" }] },
    });
    expect(await merge(other.id, signed.id)).toMatchObject({ ok: true });
  });

  it("waits for the end of a contract that is under way", async () => {
    const run = await makeEnd(ctx);
    expect(await merge(run.controllerId, (await makeController(ctx)).id)).toMatchObject({
      refusal: { issues: [{ path: "intoId", key: "controller.merge.ending" }] },
    });
  });

  it("takes the fields that were chosen of the other, and both sheets stay readable as they were", async () => {
    const from = await makeController(ctx, { address: "1 rue Neuve, Paris", dpoContact: "dpo@new.example" });
    const into = await makeController(ctx, { address: "2 rue Vieille, Paris" });
    valueOf(await merge(from.id, into.id, { fields: { address: "from", dpoContact: "into" } }));
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.controllerVersion.findMany({
        orderBy: { version: "asc" },
        select: { controllerId: true, change: true, snapshot: true },
      }),
    );
    const of = (id: string) => rows.filter(({ controllerId }) => controllerId === id);
    expect(of(into.id)).toMatchObject([
      { snapshot: { address: "2 rue Vieille, Paris" } },
      { change: "merged", snapshot: { address: "1 rue Neuve, Paris", dpoContact: "dpo@orvelle.example" } },
    ]);
    expect(of(from.id)).toMatchObject([
      { snapshot: { address: "1 rue Neuve, Paris" } },
      { change: "merged", snapshot: { address: "1 rue Neuve, Paris", dpoContact: "dpo@new.example" } },
    ]);
    valueOf(await undo(from.id));
    const { address } = (await withOrg(ctx.scope, (tx) =>
      tx.controller.findFirst({ where: { id: into.id } }),
    ))!;
    expect(address).toBe("2 rue Vieille, Paris");
  });

  it("is one client to an import, under both names and all spellings", async () => {
    const [from, into] = [await makeController(ctx), await makeController(ctx)];
    await withOrg(ctx.scope, (tx) =>
      tx.controllerSpelling.create({
        data: { orgId: ctx.scope.org, spelling: "ORVELE", controllerId: from.id, createdAt: ctx.now },
      }),
    );
    valueOf(await merge(from.id, into.id));
    const known = await withOrg(ctx.scope, findKnownControllers);
    expect(known).toHaveLength(1);
    expect(known[0]).toMatchObject({ id: into.id, legalName: into.legalName });
    expect([...known[0]!.spellings].sort()).toEqual(["ORVELE", from.legalName].sort());
  });

  it("is as it stood in the register of a day", async () => {
    const [from, into] = [await makeServed(), await makeController(ctx)];
    const [before, day] = [ctx.now, 86_400_000];
    const nameAt = (at: number) =>
      withOrg(ctx.scope, async (tx) => {
        const [row] = await findRecordsAt(tx, new Date(at), { id: from.rows.record.id });
        return row?.controller?.id;
      });
    const later = { ...ctx, now: new Date(before.getTime() + day) };
    valueOf(await mergeInto(later, [from.id, into.id]));
    valueOf(await unmerge({ ...ctx, now: new Date(before.getTime() + 3 * day) }, from.id));
    expect(await nameAt(before.getTime() + day / 2)).toBe(from.id);
    expect(await nameAt(before.getTime() + 2 * day)).toBe(into.id);
    expect(await nameAt(before.getTime() + 4 * day)).toBe(from.id);
  });

  it("is noted for both", async () => {
    const [from, into] = [await makeServed(), await makeController(ctx)];
    valueOf(await merge(from.id, into.id));
    const rows = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findMany({ where: { event: "controller.merged" }, select: { subjectId: true } }),
    );
    expect(rows.map(({ subjectId }) => subjectId).sort()).toEqual([from.id, into.id].sort());
  });
});

describe("who sees what in the portal of merged controllers", () => {
  it("is what each saw before, until somebody is confirmed by name", async () => {
    const [from, into] = [await makeServed(), await makeServed()];
    const of = async (controllerId: string) => makeContact(ctx, { controllerId });
    const [ours, ticked, theirs, theirsTicked] = [
      await of(from.id),
      await of(from.id),
      await of(into.id),
      await of(into.id),
    ];
    const before = { from: await seen(ours), into: await seen(theirs) };
    expect(before.from.ids.length).toBeGreaterThan(5);
    valueOf(
      await merge(from.id, into.id, { contacts: [ticked.actor.contactId, theirsTicked.actor.contactId] }),
    );
    expect(await seen(ours)).toMatchObject({
      ids: before.from.ids,
      role: "reader",
      controller: { id: into.id },
    });
    expect(await seen(theirs)).toMatchObject({ ids: before.into.ids, role: "signatory" });
    const all = [...before.from.ids, ...before.into.ids].sort();
    expect(await seen(ticked)).toMatchObject({ ids: all, role: "signatory" });
    expect(await seen(theirsTicked)).toMatchObject({ ids: all, role: "signatory" });

    // A later change of a moved row is visible to its former readers alone.
    const { id, version } = from.rows.record;
    valueOf(await moveRecord(ctx, { id, version, event: "suspend", on: "2026-02-05", reason: "Pause" }));
    valueOf(await writeMessage(ctx, { noun: "processing-record", subjectId: id, text: "Suspendu hier." }));
    expect((await seen(ours)).ids).toContain(`${id} ${version + 1}`);
    expect((await seen(theirs)).ids).toEqual(before.into.ids);

    valueOf(await undo(from.id));
    expect((await seen(theirsTicked)).ids.filter((of) => before.from.ids.includes(of))).toEqual([]);
    expect(await seen(ours)).toMatchObject({ role: "signatory", controller: { id: from.id } });
  });

  it("waits for one of two lines of the same address to end", async () => {
    const [from, into] = [await makeController(ctx), await makeController(ctx)];
    const { email, actor } = await makeContact(ctx, { controllerId: from.id });
    await makeContact(ctx, { controllerId: into.id, email, personId: actor.personId });
    expect(await merge(from.id, into.id)).toMatchObject({
      refusal: {
        issues: [{ path: "contacts", key: "controller.merge.sharedContact", params: { address: email } }],
      },
    });
  });
});

describe("unmergeController", () => {
  it("leaves what changed since where it is, with what belongs to it, and says how much", async () => {
    const [from, into] = [await makeServed(), await makeServed()];
    valueOf(await merge(from.id, into.id));
    const { id, version } = from.rows.record;
    valueOf(await moveRecord(ctx, { id, version, event: "suspend", on: "2026-02-05", reason: "Pause" }));
    expect(valueOf(await undo(from.id))).toEqual({ id: from.id, left: 1 });
    const owners = await withOrg(ctx.scope, async (tx) => ({
      record: (await tx.processingRecord.findFirst({ where: { id } }))?.controllerId,
      contract: (await tx.contract.findFirst({ where: { id: from.rows.contract.id } }))?.controllerId,
    }));
    expect(owners).toEqual({ record: into.id, contract: from.id });
  });

  it("waits where the one that remains was merged on itself, and a sheet saved since stays", async () => {
    const [one, two, three] = [
      await makeController(ctx),
      await makeController(ctx),
      await makeController(ctx),
    ];
    valueOf(await merge(one.id, two.id, { fields: { legalName: "from" } }));
    valueOf(await merge(two.id, three.id));
    expect(await undo(one.id)).toMatchObject({ refusal: { issues: [{ key: "controller.merge.mergedOn" }] } });
    valueOf(await undo(two.id));
    const { version, ...row } = (await withOrg(ctx.scope, (tx) =>
      tx.controller.findFirst({ where: { id: two.id } }),
    ))!;
    valueOf(await updateController(ctx, { ...row, language: "fr", legalName: "Saisi depuis", version }));
    valueOf(await undo(one.id));
    const after = await withOrg(ctx.scope, (tx) => tx.controller.findFirst({ where: { id: two.id } }));
    expect(after).toMatchObject({ legalName: "Saisi depuis" });
  });

  it("gives every row of the database back, whatever both had and whoever was ticked", async () => {
    const some = fc.subarray([
      "record",
      "contract",
      "transfer",
      "instruction",
      "request",
      "contact",
      "spelling",
    ]);
    const side = fc.constantFrom("from" as const, "into" as const);
    await fc.assert(
      fc.asyncProperty(some, some, side, fc.boolean(), async (one, other, name, isTicked) => {
        ctx = await makeOrganisation(database.ownerUrl);
        const [from, into] = [await makeSome(one), await makeSome(other)];
        const before = await dump();
        const contacts = isTicked ? [...from.contacts, ...into.contacts] : [];
        valueOf(await merge(from.id, into.id, { contacts, fields: { legalName: name } }));
        valueOf(await undo(from.id));
        const after = await dump();
        for (const [table, rows] of Object.entries(before))
          expect({ table, rows: after[table] }).toEqual({ table, rows });
      }),
      { numRuns: 10 },
    );
  });
});

async function makeSome(parts: readonly string[]) {
  const { id: controllerId } = await makeController(ctx);
  const contacts: string[] = [];
  if (parts.includes("contract")) await makeContractInForce(ctx, { controllerId });
  if (parts.includes("record")) await makeActiveRecord(ctx, { controllerId });
  if (parts.includes("transfer")) await makeTransfer(ctx, { controllerId });
  if (parts.includes("instruction")) await makeInstruction(ctx, { controllerId });
  if (parts.includes("request")) await sendDraft(ctx, await prepareRequest(ctx, { controllerId }));
  if (parts.includes("contact")) contacts.push((await makeContact(ctx, { controllerId })).actor.contactId);
  if (parts.includes("spelling"))
    await withOrg(ctx.scope, (tx) =>
      tx.controllerSpelling.create({
        data: { orgId: ctx.scope.org, spelling: controllerId, controllerId, createdAt: ctx.now },
      }),
    );
  return { id: controllerId, contacts };
}
