import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EMPTY_SHEET, FILLED_SHEET, LIST_SHEET } from "@/lib/domain/import/cnil/cnil.fixture";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { registerFollowers } from "@/lib/features/reassessment/write/follow";
import type { StaffCtx } from "@/lib/platform/request/context";
import { bookOf } from "@/lib/platform/sheets/workbook.fixture";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findRun } from "@/lib/features/import/read/queries";
import { commitImport } from "@/lib/features/import/write/commit";
import { chooseSheets, openImport } from "@/lib/features/import/write/mutations";
import { previewRun } from "@/lib/features/import/read/preview.fixture";
import { findProgress } from "@/lib/features/import/read/progress";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: StaffCtx;

beforeAll(async () => {
  registerFollowers();
  database = await freshDatabase();
});
afterAll(() => database.drop());

const open = async (bytes: Uint8Array, fileName = "classeur") =>
  valueOf(await openImport(ctx, { fileName, bytes: new Uint8Array(bytes) })).id;
const preview = (id: string) =>
  withOrg(ctx.scope, async (tx) => {
    const run = (await findRun(tx, id))!;
    return { run, preview: await previewRun(tx, run, "2026-11-25") };
  });
const commit = async (id: string) => {
  const { run, preview: seen } = await preview(id);
  return valueOf(await commitImport(ctx, { id, version: run.version, plan: seen!.fingerprint }));
};
const records = () =>
  withOrg(ctx.scope, (tx) => tx.processingRecord.findMany({ orderBy: { reference: "asc" } }));

const TABLE = [
  ["Réf.", "Client", "Activité confiée", "Début", "Canal"],
  ["W-1", "Voltiris", "Télévente", new Date(Date.UTC(2024, 2, 1)), "voix"],
];

describe.each(["xlsx", "ods"] as const)("a workbook with free columns, %s", (format) => {
  beforeAll(async () => {
    ctx = await makeOrganisation(database.ownerUrl);
  });

  it("is read by its bytes, whatever its name, and comes in like a CSV", async () => {
    const id = await open(bookOf(format, { Notes: [["à lire"]], Registre: TABLE }), "registre.csv");
    const { run, preview: seen } = await preview(id);
    expect(run.sheets!.map(({ name }) => name)).toEqual(["Notes", "Registre"]);
    expect(seen!.file.table).toMatchObject({ sheet: { name: "Registre", others: 0 }, text: null });
    expect((await commit(id)).tally).toMatchObject({ new: 1 });
    const [record] = await records();
    expect(record).toMatchObject({ reference: "W-1", capacity: "processor" });
    expect(record!.content as RecordContent).toMatchObject({
      startsOn: { value: "2024-03-01" },
      notes: "Canal : voix",
    });
    const again = await preview(await open(bookOf(format, { Registre: TABLE })));
    expect(again.preview!.plan.tally).toEqual({ new: 0, changed: 0, unchanged: 1, "set-aside": 0 });
  });

  it("waits for a person where two sheets hold a table", async () => {
    const other = TABLE.map((row) => row.map((cell) => (cell === "W-1" ? "W-2" : cell)));
    const id = await open(bookOf(format, { Ancien: other, Registre: TABLE }));
    expect((await preview(id)).preview).toBeNull();
    expect((await chooseSheets(ctx, { id, version: 1, sheets: [7] })).ok).toBe(false);
    valueOf(await chooseSheets(ctx, { id, version: 1, sheets: [0] }));
    expect((await preview(id)).preview!.file.table!.rows[0]!.cells[0]).toBe("W-2");
  });
});

describe.each(["xlsx", "ods"] as const)("the CNIL's workbook, %s", (format) => {
  beforeAll(async () => {
    ctx = await makeOrganisation(database.ownerUrl);
  });
  const book = () => bookOf(format, { Liste: LIST_SHEET, Modèle: EMPTY_SHEET, Badges: FILLED_SHEET });

  it("becomes entries of the company's own register", async () => {
    const id = await open(book());
    const { preview: seen } = await preview(id);
    expect(seen).toMatchObject({ capacity: "controller", file: { cnil: { blank: ["Modèle"] } } });
    expect(await records()).toEqual([]);
    expect((await commit(id)).tally).toEqual({ new: 2, changed: 0, unchanged: 0, "set-aside": 0 });
    const written = await records();
    expect(
      written.map(({ reference, capacity, controllerId, state }) => [
        reference,
        capacity,
        controllerId,
        state,
      ]),
    ).toEqual([
      ["ANN-1", "controller", null, "draft"],
      ["BADGE-7", "controller", null, "draft"],
    ]);
    expect(written[1]!.content as RecordContent).toMatchObject({
      specialCategories: ["health"],
      transferAnswer: "yes",
    });
    const versions = await withOrg(ctx.scope, (tx) =>
      tx.recordVersion.findMany({ select: { change: true } }),
    );
    expect(versions).toEqual([{ change: "imported" }, { change: "imported" }]);
  });

  it("changes nothing when it comes again, in either format", async () => {
    for (const again of [
      book(),
      bookOf("ods", { a: LIST_SHEET, b: FILLED_SHEET }),
      bookOf("xlsx", { b: FILLED_SHEET, a: LIST_SHEET }),
    ]) {
      const { preview: seen } = await preview(await open(again));
      expect(seen!.plan.tally).toEqual({ new: 0, changed: 0, unchanged: 2, "set-aside": 0 });
    }
  });

  it("is nothing where nobody filled it in", async () => {
    const id = await open(bookOf(format, { Modèle: EMPTY_SHEET }));
    const { preview: seen } = await preview(id);
    expect(seen!.plan.rows).toEqual([]);
    expect((await commit(id)).tally).toEqual({ new: 0, changed: 0, unchanged: 0, "set-aside": 0 });
  });
});

describe("a long import", () => {
  beforeAll(async () => {
    ctx = await makeOrganisation(database.ownerUrl);
  });

  it("says how far it is to whoever looks, and nothing once it is written", async () => {
    const rows = Array.from({ length: 1_100 }, (_, at) => [`L-${at}`, "Voltiris", `Télévente ${at}`]);
    const id = await open(bookOf("xlsx", { Registre: [["Réf.", "Client", "Activité confiée"], ...rows] }));
    const look = () => withOrg(ctx.scope, (tx) => findProgress(tx, id));
    expect(await look()).toBeNull();
    const work = { isDone: false };
    const written = commit(id).finally(() => (work.isDone = true));
    const seen: number[] = [];
    while (!work.isDone) {
      const progress = await look();
      if (progress && progress.total > 0) seen.push(progress.written);
    }
    expect((await written).tally).toMatchObject({ new: 1_100 });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.some((written) => written > 0 && written < 1_100)).toBe(true);
    expect(await look()).toBeNull();
  });
});
