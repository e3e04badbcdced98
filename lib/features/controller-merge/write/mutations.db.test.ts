import { describe, expect, it } from "vitest";
import { findKnownControllers } from "@/lib/features/import/read/queries";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeEnd } from "@/prisma/factories/contract-end";
import { makeDecision } from "@/prisma/factories/decision";
import { mergeInto, unmerge } from "@/prisma/factories/merge";
import { as } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { findRecordsAt } from "@/lib/features/processing-record/read/as-of";
import { MERGE_TABLES, MOVED_TABLES } from "@/lib/features/controller-merge/read/tables";
import { owner, ctx, merge, undo, makeServed, prepareDatabase } from "./mutations.fixture";

prepareDatabase();

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
