import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { moveRecord, saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { recordMoveSchema, sectionSaveSchema } from "@/lib/features/processing-record/schema";
import { as } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { commitImport } from "@/lib/features/import/write/commit";
import { decideImport } from "@/lib/features/import/write/mutations";
import { decisionsSchema } from "./schema";
import {
  TODAY,
  ROWS,
  MORE,
  ctx,
  open,
  preview,
  commit,
  importRows,
  find,
  prepareDatabase,
} from "./absent.fixture";

prepareDatabase();

async function decide(id: string, absent: Record<string, unknown>, of = ctx) {
  const { version } = await preview(id, of);
  return decideImport(of, decisionsSchema.parse({ id, version, absent }));
}

describe("what is chosen for them", () => {
  it("is written with the rest: one marked, one ended, each in the journal", async () => {
    await importRows([...ROWS, ...MORE]);
    const id = await open([...ROWS, "R-5;Orvelle;Rappels;Appels"], { fileName: "b.csv" });
    const fourth = await find("R-4");
    const stated = {
      all: "mark",
      rows: [{ id: fourth.id, choice: "end" }],
      note: "Absente de b.csv.",
      on: "2026-11-20",
      reason: "Mission terminée",
    };
    valueOf(await decide(id, stated));
    const written = valueOf(await commit(id));
    expect(written.absent).toEqual({ marked: 1, ended: 1 });
    expect(await find("R-3")).toMatchObject({
      state: "draft",
      version: 2,
      content: { notes: "Absente de b.csv." },
    });
    expect(await find("R-4")).toMatchObject({ state: "ended", stateSince: "2026-11-20", version: 2 });
    await withOrg(ctx.scope, async (tx) => {
      const facts = await tx.recordStateFact.findMany({ where: { recordId: fourth.id } });
      expect(facts).toMatchObject([{ event: "end", since: "2026-11-20", reason: "Mission terminée" }]);
      const versions = await tx.recordVersion.findMany({
        where: { recordId: fourth.id },
        orderBy: { version: "asc" },
      });
      expect(versions.map(({ change, supersededAt }) => [change, supersededAt === null])).toEqual([
        ["imported", false],
        ["ended", true],
      ]);
      const notified = await tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 4 });
      expect(notified.map(({ event }) => event).sort()).toEqual([
        "import.committed",
        "record.created",
        "record.ended",
        "record.updated",
      ]);
      const run = await tx.importRun.findFirstOrThrow({ where: { id } });
      expect(run.tally).toMatchObject({ new: 1, marked: 1, ended: 1 });
    });
  });

  it("is asked for what it lacks: a note, a reason, a day that is not to come", async () => {
    await importRows([...ROWS, ...MORE]);
    const id = await open(ROWS);
    const keyOf = async (stated: Record<string, unknown>) => {
      const outcome = await decide(id, stated);
      return outcome.ok ? null : outcome.refusal;
    };
    const issue = (path: string, key: string) => ({ kind: "invalid", issues: [{ path, key }] });
    expect(await keyOf({ all: "mark" })).toMatchObject(issue("absent.note", "absentNote"));
    expect(await keyOf({ all: "end" })).toMatchObject(issue("absent.reason", "absentReason"));
    expect(await keyOf({ all: "end", reason: "x", on: "2030-01-01" })).toMatchObject(
      issue("absent.on", "absentFuture"),
    );
    expect(await keyOf({ all: "end", reason: "x", on: "2026-02-30" })).toMatchObject(
      issue("absent.on", "absentDay"),
    );
    expect((await preview(id)).plan.absent.map(({ choice }) => choice)).toEqual(["keep", "keep"]);
  });

  it("ends nothing by a role that may not end an entry, then or when it commits", async () => {
    await importRows([...ROWS, ...MORE]);
    const editor = as(ctx, "editor");
    const id = await open(ROWS, { of: editor });
    const stated = { all: "end", reason: "Mission terminée", on: "2026-11-20" };
    expect(await decide(id, stated, editor)).toMatchObject({ refusal: { kind: "forbidden" } });
    valueOf(await decide(id, stated));
    expect(await commit(id, editor)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect((await find("R-4")).state).toBe("draft");
    expect(valueOf(await commit(id)).absent).toEqual({ marked: 0, ended: 2 });
  });

  it("stays as chosen where a role that may not end an entry saves its own decisions after", async () => {
    await importRows([...ROWS, ...MORE]);
    const editor = as(ctx, "editor");
    const id = await open(ROWS, { of: editor });
    const [third, fourth] = [await find("R-3"), await find("R-4")];
    const end = { reason: "Mission terminée", on: "2026-11-20" };
    valueOf(await decide(id, { all: "keep", rows: [{ id: fourth.id, choice: "end" }], ...end }));
    const choices = async () =>
      (await preview(id)).plan.absent.map(({ reference, choice }) => [reference, choice]);
    const stated = { all: "mark", note: "Absente.", rows: [{ id: fourth.id, choice: "end" }] };
    valueOf(await decide(id, stated, editor));
    expect(await choices()).toEqual([
      ["R-3", "mark"],
      ["R-4", "end"],
    ]);
    expect((await preview(id)).plan.absentActs).toMatchObject(end);
    const more = { ...stated, rows: [...stated.rows, { id: third.id, choice: "end" }] };
    expect(await decide(id, more, editor)).toMatchObject({ refusal: { kind: "forbidden" } });
    valueOf(await decide(id, { ...stated, rows: [{ id: fourth.id, choice: "keep" }] }, editor));
    expect(await choices()).toEqual([
      ["R-3", "mark"],
      ["R-4", "keep"],
    ]);
    expect(await decide(id, stated, editor)).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  it("lets such a role decide of one entry while all others are to be ended", async () => {
    await importRows([...ROWS, ...MORE]);
    const editor = as(ctx, "editor");
    const id = await open(ROWS, { of: editor });
    const third = await find("R-3");
    valueOf(await decide(id, { all: "end", reason: "Mission terminée", on: "2026-11-20" }));
    valueOf(await decide(id, { all: "end", rows: [{ id: third.id, choice: "keep" }] }, editor));
    expect((await preview(id)).plan.absent.map(({ choice }) => choice)).toEqual(["keep", "end"]);
    expect(await decide(id, { all: "end" }, editor)).toMatchObject({ ok: true });
    expect(valueOf(await commit(id)).absent).toEqual({ marked: 0, ended: 1 });
  });

  it("is refused whole where an entry was saved since it was shown", async () => {
    await importRows([...ROWS, ...MORE]);
    const id = await open(ROWS);
    valueOf(await decide(id, { all: "mark", note: "Absente." }));
    const shown = await preview(id);
    const third = await find("R-3");
    const saved = {
      section: "operations",
      id: third.id,
      version: 1,
      activity: "Sondages",
      operations: "Appels",
    };
    valueOf(await saveRecordSection(ctx, sectionSaveSchema.parse(saved)));
    const outcome = await commitImport(ctx, { id, version: shown.version, plan: shown.fingerprint });
    expect(outcome).toMatchObject({ refusal: { issues: [{ key: "planChanged" }] } });
    expect((await find("R-4")).version).toBe(1);
  });

  it("leaves an entry as it is, and says why, where the end would come before its state", async () => {
    await importRows([...ROWS, ...MORE]);
    const third = await find("R-3");
    const begin = recordMoveSchema.parse({
      id: third.id,
      version: 1,
      event: "activate",
      on: TODAY,
      reason: "",
    });
    valueOf(await moveRecord(ctx, begin));
    const id = await open(ROWS);
    valueOf(await decide(id, { all: "end", reason: "Mission terminée", on: "2026-11-01" }));
    const { plan } = await preview(id);
    expect(plan.absent.map(({ reference, refusal }) => [reference, refusal])).toEqual([
      ["R-3", "endBeforeState"],
      ["R-4", null],
    ]);
    expect(valueOf(await commit(id)).absent).toEqual({ marked: 0, ended: 1 });
    expect((await find("R-3")).state).toBe("active");
  });
});
