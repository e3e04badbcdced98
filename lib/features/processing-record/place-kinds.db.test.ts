import { beforeAll, expect, it } from "vitest";
import { findRecordPage, countViews, searchRecords } from "@/lib/features/processing-record/read/list";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { fillTransferSection, makeTransfer } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { recordQuerySchema } from "./list-schema";
import { sectionSaveSchema } from "./schema";

const database = await openDatabase();
const on = (day: string) => new Date(`2026-03-${day}T10:00:00Z`);
const ctx = await makeOrganisation(database.ownerUrl, undefined, on("10"));

/** An entry whose one destination is stated so. */
async function makeEntry(controllerId: string, destination: Record<string, string>) {
  const { id, version } = await makeRecord(ctx, { controllerId });
  const stated = { transferAnswer: "yes", destinations: [destination] };
  const input = sectionSaveSchema.parse({ id, version, section: "transfers", ...stated });
  return valueOf(await saveRecordSection(ctx, input)).reference;
}

/** References and kinds of the entries that a list shows today, or as of the end of a day. */
const list = (search: Record<string, string>, day?: string) =>
  withOrg(ctx.scope, async (tx) => {
    const query = recordQuerySchema.parse(search);
    const at = day ? new Date(`2026-03-${day}T23:00:00Z`) : null;
    const found = await searchRecords(tx, query.q);
    const read = { today: "2026-03-10", at, ids: found?.ids["processing-record"], units: found?.units };
    const rows = await findRecordPage(tx, query, read);
    expect((await countViews(tx, query, read)).all).toBe(rows.length);
    return rows.map(({ reference, placeKinds }) => [reference, ...placeKinds]);
  });

const STATED = ["T-001", { country: "MA", kind: "support" }];
const HOSTED = ["T-002", { country: "MA", kind: "hosting" }];
const OPENED = ["T-002", { country: "MA", kind: "access" }];

beforeAll(async () => {
  const { id: controllerId } = await makeController(ctx);
  const transfer = await makeTransfer(ctx, { controllerId, placeKind: "hosting" });
  expect(await makeEntry(controllerId, { country: "MA", placeKind: "support" })).toBe("T-001");
  expect(await makeEntry(controllerId, { transferId: transfer.id })).toBe("T-002");
  expect(await makeEntry(controllerId, { country: "TN" })).toBe("T-003");
  const changed = { ...transfer.content.importer, placeKind: "access" };
  await fillTransferSection({ ...ctx, now: on("20") }, transfer, "importer", changed);
});

it("filters the register by what an entry or its transfer says is done somewhere", async () => {
  expect(await list({ placeKind: "support" })).toEqual([STATED]);
  expect(await list({ placeKind: "access" })).toEqual([OPENED]);
  expect(await list({ placeKind: "hosting" })).toEqual([]);
  expect(await list({})).toEqual([STATED, OPENED, ["T-003"]]);
});

it("reads the kinds of a past day from the rows of that day", async () => {
  expect(await list({ placeKind: "hosting" }, "15")).toEqual([HOSTED]);
  expect(await list({ placeKind: "access" }, "15")).toEqual([]);
  expect(await list({ placeKind: "access" }, "21")).toEqual([OPENED]);
});

it.each([
  ["hébergement", []],
  ["accès", [OPENED]],
  ["ولوج", [OPENED]],
  ["دعم", [STATED]],
])("finds by the word %s what is done, after the transfer changed too", async (q, found) =>
  expect(await list({ q })).toEqual(found),
);
