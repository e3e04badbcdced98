import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { updateController } from "@/lib/features/controller/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { prepareRequest, sendDraft } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { makeTransfer } from "@/prisma/factories/transfer";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { beginElsewhere, owner, ctx, merge, undo, makeServed, prepareDatabase } from "./mutations.fixture";

prepareDatabase();

// Tables that grow by design, as do the documents of letters; all others must be restored.
const GROWING = [
  "evidence_row",
  "row_line",
  "controller_merge",
  "controller_merge_undo",
  "controller_version",
  "outbox_mail",
  "search_word",
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
        FROM ${name} t WHERE org_id = $2
          AND NOT ($1 = 'search_document' AND coalesce(to_jsonb(t) ->> 'noun', '') = 'mail') ORDER BY 1`,
      [name, ctx.scope.org],
    );
    await owner.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
    found[name] = rows.map(({ line }) => line);
  }
  return found;
}

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
    valueOf(
      await updateController(ctx, {
        ...row,
        version,
        language: "fr",
        legalName: "Saisi depuis",
        targeting: "",
        clientRole: "controller",
      }),
    );
    valueOf(await undo(one.id));
    const after = await withOrg(ctx.scope, (tx) => tx.controller.findFirst({ where: { id: two.id } }));
    expect(after).toMatchObject({ legalName: "Saisi depuis" });
  });

  it(
    "gives every row of the database back, whatever both had and whoever was ticked",
    { tags: ["multiplies"] },
    async () => {
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
          await beginElsewhere();
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
    },
  );
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
