import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BulkKind } from "@/lib/domain/processing-record/bulk";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { StaffCtx } from "@/lib/platform/request/context";
import { verifyChains } from "@/lib/platform/journal/verify-chains";
import { withOrg } from "@/lib/platform/database/transaction";
import { adoptMeasure, nameMeasures } from "@/prisma/factories/measure";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { changeTogether } from "./bulk";
import { previewBulk } from "@/lib/features/processing-record/read/bulk-preview";
import { bulkActSchema, bulkAskSchema } from "@/lib/features/processing-record/bulk-schema";
import { moveRecord, reviewRecord } from "./mutations";

const NOW = new Date("2026-11-25T09:00:00Z");

let database: Awaited<ReturnType<typeof freshDatabase>>;
let foreign: StaffCtx;

beforeAll(async () => {
  database = await freshDatabase();
  foreign = await organisation();
});
afterAll(() => database.drop());

const organisation = async () => ({ ...(await makeOrganisation(database.ownerUrl)), now: NOW });
const rowsOf = (of: StaffCtx) =>
  withOrg(of.scope, (tx) => tx.processingRecord.findMany({ orderBy: { reference: "asc" } }));
const rowOf = (of: StaffCtx, id: string) =>
  withOrg(of.scope, (tx) => tx.processingRecord.findUniqueOrThrow({ where: { id } }));
const versionsOf = (of: StaffCtx, recordId: string) =>
  withOrg(of.scope, (tx) => tx.recordVersion.findMany({ where: { recordId }, orderBy: { version: "asc" } }));
const entriesOf = (of: StaffCtx) =>
  withOrg(of.scope, (tx) => tx.journalText.findMany({ orderBy: { seq: "asc" } }));

type Asked = {
  act: BulkKind;
  filters?: string;
  of?: "all";
  ids?: readonly string[];
  capacity?: Capacity;
} & Record<string, unknown>;

/** Values that the preview's page sends. */
async function ask(ctx: StaffCtx, { filters = "", ids = [], capacity = "processor", ...asked }: Asked) {
  const search = { ...Object.fromEntries(new URLSearchParams(filters)), ...asked, id: ids };
  const preview = await previewBulk(ctx, { ask: bulkAskSchema.parse(search), search, capacity });
  const sent = { ...asked, capacity, filters, of: preview.of, seen: preview.seen };
  return {
    preview,
    get input() {
      return bulkActSchema.parse(sent);
    },
  };
}

describe("changeTogether", () => {
  it("adds measures to those that lack them: rows, versions, gaps and one journal entry each", async () => {
    const ctx = await organisation();
    const [two, badges] = [await adoptMeasure(ctx, "two-factors"), await adoptMeasure(ctx, "backups")];
    const [bare, named, full] = [await makeRecord(ctx), await makeRecord(ctx), await makeRecord(ctx)];
    await nameMeasures(ctx, named, [badges.id], "Badges nominatifs");
    await nameMeasures(ctx, full, [badges.id, two.id]);
    const gapsBefore = (await rowOf(ctx, bare.id)).gapCodes;
    expect(gapsBefore).toContain("REG-8");
    const { preview, input } = await ask(ctx, {
      act: "measures",
      ids: [bare.id, named.id, full.id],
      measureIds: [two.id],
    });
    expect(preview.changes.map(({ id, added }) => ({ id, added }))).toEqual([
      { id: bare.id, added: [two.id] },
      { id: named.id, added: [two.id] },
    ]);
    expect(preview.left).toMatchObject([{ id: full.id, key: "measuresNamed" }]);

    const written = (await entriesOf(ctx)).length;
    expect(valueOf(await changeTogether(ctx, input))).toEqual({ changed: 2, left: 1 });

    expect(await rowOf(ctx, bare.id)).toMatchObject({ version: 2, measureIds: [two.id] });
    expect((await rowOf(ctx, bare.id)).gapCodes).not.toContain("REG-8");
    const stored = await rowOf(ctx, named.id);
    expect(stored).toMatchObject({ version: 3, measureIds: [badges.id, two.id] });
    expect(stored.content).toMatchObject({
      measures: ["Badges nominatifs"],
      measureIds: [badges.id, two.id],
    });
    expect((await rowOf(ctx, full.id)).version).toBe(2);
    const [, second, third] = await versionsOf(ctx, named.id);
    expect(second!.supersededAt).toEqual(third!.recordedAt);
    expect(third).toMatchObject({ change: "saved", supersededAt: null, measureIds: [badges.id, two.id] });
    const fresh = (await entriesOf(ctx)).slice(written);
    expect(fresh.map(({ event, subjectId }) => [event, subjectId])).toEqual([
      ["record.updated", bare.id],
      ["record.updated", named.id],
    ]);
    expect(JSON.parse(fresh[1]!.text!)).toMatchObject({
      before: { measureIds: [badges.id] },
      after: { measureIds: [badges.id, two.id] },
    });
  });

  it("dates a review of both registers, each in its own, and leaves a later one", async () => {
    const ctx = await organisation();
    const [open, read, own] = [await makeRecord(ctx), await makeRecord(ctx), await makeOwnRecord(ctx)];
    valueOf(await reviewRecord(ctx, { id: read.id, version: 1 }));
    const ids = [open.id, read.id, own.id];
    const { preview, input } = await ask(ctx, { act: "review", ids, day: "2026-10-01" });
    expect(preview.changes).toMatchObject([{ id: open.id, reviewed: { from: null, due: "2027-10-01" } }]);
    expect(preview.left).toMatchObject([{ id: read.id, key: "reviewedSince" }]);
    expect(valueOf(await changeTogether(ctx, input))).toEqual({ changed: 1, left: 1 });
    const row = await rowOf(ctx, open.id);
    expect(row).toMatchObject({ reviewedOn: "2026-10-01", reviewDueOn: "2027-10-01", version: 2 });
    expect(row.gapCodes).not.toContain("ADV-review");
    expect((await versionsOf(ctx, open.id)).at(-1)).toMatchObject({ change: "reviewed" });
    const mine = await ask(ctx, { act: "review", ids, day: "2026-10-01", capacity: "controller" });
    expect(valueOf(await changeTogether(ctx, mine.input))).toEqual({ changed: 1, left: 0 });
    expect(await rowOf(ctx, own.id)).toMatchObject({ reviewedOn: "2026-10-01", version: 2 });
  });

  it("ends with a dated fact and its reason; what has ended is left", async () => {
    const ctx = await organisation();
    const [a, b] = [await makeRecord(ctx), await makeRecord(ctx)];
    const ending = { event: "end", on: "2026-11-01", reason: "Contrat échu" } as const;
    valueOf(await moveRecord(ctx, { id: b.id, version: 1, ...ending }));
    const asked = { act: "end", ids: [a.id, b.id], day: "2026-11-20", reason: "Client parti" } as const;
    const { preview, input } = await ask(ctx, asked);
    expect(preview.left).toMatchObject([{ id: b.id, key: "ended" }]);
    expect(valueOf(await changeTogether(ctx, input))).toEqual({ changed: 1, left: 1 });
    expect(await rowOf(ctx, a.id)).toMatchObject({ state: "ended", stateSince: "2026-11-20", version: 2 });
    expect(await rowOf(ctx, b.id)).toMatchObject({ stateSince: "2026-11-01", version: 2 });
    const facts = await withOrg(ctx.scope, (tx) =>
      tx.recordStateFact.findMany({ where: { recordId: a.id } }),
    );
    expect(facts).toMatchObject([{ event: "end", since: "2026-11-20", reason: "Client parti" }]);
    const last = (await entriesOf(ctx)).at(-1)!;
    expect(JSON.parse(last.text!)).toMatchObject({
      event: "record.ended",
      before: { state: "draft" },
      after: { state: "ended", since: "2026-11-20" },
      reason: "Client parti",
    });
  });

  it("does nothing at all when one entry was saved since, and names it", async () => {
    const ctx = await organisation();
    const [a, b] = [await makeRecord(ctx), await makeRecord(ctx)];
    const { input } = await ask(ctx, { act: "review", ids: [a.id, b.id], day: "2026-11-20" });
    valueOf(await reviewRecord(ctx, { id: b.id, version: 1 }));
    const written = (await entriesOf(ctx)).length;
    expect(await changeTogether(ctx, input)).toEqual({
      ok: false,
      refusal: {
        kind: "invalid",
        issues: [{ path: "", key: "bulk.changed", params: { count: 1, references: b.reference } }],
      },
    });
    expect(await rowOf(ctx, a.id)).toMatchObject({ version: 1, reviewedOn: null });
    expect(await entriesOf(ctx)).toHaveLength(written);
  });

  it("finds by the filters again: one that came and one that went since are changes too", async () => {
    const ctx = await organisation();
    const controller = await makeController(ctx);
    const of = { controllerId: controller.id };
    const [a] = [await makeRecord(ctx, of), await makeRecord(ctx)];
    const filters = `controller=${controller.id}&view=review&after=x`;
    const asked = { act: "end", of: "all", filters, day: "2026-11-20", reason: "Client parti" } as const;
    const before = await ask(ctx, asked);
    expect(before.preview.changes.map(({ id }) => id)).toEqual([a.id]);
    const b = await makeRecord(ctx, of);
    expect(await changeTogether(ctx, before.input)).toMatchObject({
      refusal: { issues: [{ key: "bulk.changed", params: { references: b.reference } }] },
    });
    const now = await ask(ctx, asked);
    valueOf(await reviewRecord(ctx, { id: a.id, version: 1 }));
    expect(await changeTogether(ctx, now.input)).toMatchObject({
      refusal: { issues: [{ key: "bulk.changed", params: { references: a.reference } }] },
    });
    expect((await rowsOf(ctx)).map(({ state }) => state)).toEqual(["draft", "draft", "draft"]);
  });

  it("refuses roles that may not, another organisation's entries and measures, and an act that is at fault", async () => {
    const ctx = await organisation();
    const record = await makeRecord(ctx);
    const ids = [record.id];
    const end = (await ask(ctx, { act: "end", ids, day: "2026-11-20", reason: "Fin" })).input;
    for (const role of ["editor", "viewer"] as const)
      expect(await changeTogether(as(ctx, role), end)).toMatchObject({ refusal: { kind: "forbidden" } });
    const measure = await adoptMeasure(ctx, "two-factors");
    const naming = (await ask(ctx, { act: "measures", ids, measureIds: [measure.id] })).input;
    expect(await changeTogether(as(ctx, "viewer"), naming)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await changeTogether({ ...foreign, now: NOW }, end)).toMatchObject({
      refusal: { kind: "not-found" },
    });
    const theirs = await adoptMeasure(foreign, "two-factors");
    const abroad = (await ask(ctx, { act: "measures", ids, measureIds: [theirs.id] })).input;
    expect(await changeTogether(ctx, abroad)).toMatchObject({
      refusal: { issues: [{ path: "measureIds", key: "measureUnusable" }] },
    });
    const early = (await ask(ctx, { act: "review", ids, day: "2026-11-26" })).input;
    expect(await changeTogether(ctx, early)).toMatchObject({
      refusal: { issues: [{ path: "day", key: "future" }] },
    });
    expect(await rowOf(ctx, record.id)).toMatchObject({ version: 1, state: "draft" });
    const nothing = await ask(foreign, { act: "end", of: "all", day: "2026-11-20", reason: "Fin" });
    expect(nothing.preview.changes).toEqual([]);
    expect(valueOf(await changeTogether(as(ctx, "editor"), naming))).toEqual({ changed: 1, left: 0 });
  });

  it("writes a thousand entries in one transaction, and refuses one more", async () => {
    const ctx = await organisation();
    const model = await makeRecord(ctx);
    await multiply(ctx, model.id, 999);
    const { preview, input } = await ask(ctx, {
      act: "end",
      of: "all",
      day: "2026-11-20",
      reason: "Client parti",
    });
    expect(preview.changes).toHaveLength(1000);
    const transactions = await commits(ctx);
    expect(valueOf(await changeTogether(ctx, input))).toEqual({ changed: 1000, left: 0 });
    expect(await commits(ctx)).toBe(transactions + 1);
    const rows = await rowsOf(ctx);
    expect(rows.every(({ state, version }) => state === "ended" && version === 2)).toBe(true);
    expect(await withOrg(ctx.scope, (tx) => tx.recordVersion.count({ where: { change: "ended" } }))).toBe(
      1000,
    );
    expect((await entriesOf(ctx)).filter(({ event }) => event === "record.ended")).toHaveLength(1000);
    await expectSoundChains();

    await makeRecord(ctx, { controllerId: model.controllerId });
    const over = await ask(ctx, { act: "review", of: "all", day: "2026-11-20" });
    expect(over.preview).toMatchObject({ isTooMany: true, changes: [] });
    expect(await changeTogether(ctx, { ...input, act: { kind: "review", on: "2026-11-20" } })).toMatchObject({
      refusal: { issues: [{ key: "bulk.tooMany" }] },
    });
  });
});

/** Copies a draft with its first version. */
function multiply(ctx: StaffCtx, id: string, times: number) {
  return withOrg(ctx.scope, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO processing_record SELECT (jsonb_populate_record(r, jsonb_build_object(
        'id', gen_random_uuid(), 'reference', 'T-' || (1000 + n)))).* FROM processing_record r,
        generate_series(1, ${times}::int) AS n WHERE r.id = ${id}::uuid`;
    await tx.$executeRaw`
      INSERT INTO record_version SELECT (jsonb_populate_record(v, jsonb_build_object(
        'record_id', r.id, 'reference', r.reference))).* FROM record_version v, processing_record r
        WHERE v.record_id = ${id}::uuid AND r.id <> v.record_id`;
  });
}

/** Transaction ids of changed entries. */
async function commits(ctx: StaffCtx): Promise<number> {
  const [row] = await withOrg(
    ctx.scope,
    (tx) => tx.$queryRaw<[{ many: number }]>`
      SELECT count(DISTINCT xmin::text)::int AS many FROM record_version WHERE org_id = ${ctx.scope.org}::uuid AND change = 'ended'`,
  );
  return row.many;
}

async function expectSoundChains() {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  for await (const { name, fault } of verifyChains(owner))
    expect({ name, fault }).toEqual({ name, fault: undefined });
  await owner.end();
}
