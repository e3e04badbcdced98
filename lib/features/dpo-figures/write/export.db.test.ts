import { describe, expect, it } from "vitest";
import { type AssistanceTotal, findAssistanceTotals } from "@/lib/features/dpo-figures/read/assistance";
import { findRecordNeeds } from "@/lib/features/dpo-figures/read/record-needs";
import { findHeldTrainings } from "@/lib/features/dpo-figures/read/trainings";
import { withOrg } from "@/lib/platform/database/transaction";
import { readerFor } from "@/lib/platform/read/reader";
import { makeWork, stepWork } from "@/prisma/factories/dpo-work";
import { mergeInto } from "@/prisma/factories/merge";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { exportAssistance } from "./export";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const totals = () => findAssistanceTotals(readerFor(ctx.scope));
const lineOf = ({ controller, year, asked, given, minutes }: AssistanceTotal) =>
  `${controller} ${year} ${asked}/${given} ${minutes}`;

describe("assistance", () => {
  it("counts requests in the year of the request, and time in the year when it was spent", async () => {
    const { id } = await makeController(ctx, { legalName: "Orvelle SAS" });
    const asked = await makeWork(ctx, "assistance", { controllerId: id, askedOn: "2025-12-20" });
    const first = await stepWork(ctx, asked, "spend", { on: "2025-12-21", amount: "45" });
    const second = await stepWork(ctx, first, "spend", { on: "2026-01-05", amount: "30" });
    await stepWork(ctx, second, "give", { on: "2026-01-06", detail: '=HYPERLINK("http://x")' });
    expect((await totals()).map(lineOf)).toEqual(["Orvelle SAS 2026 0/1 30", "Orvelle SAS 2025 1/0 45"]);
  });

  it("counts a merged controller's with the one that remains", async () => {
    const remains = await makeController(ctx, { legalName: "Bellac" });
    const twice = await makeController(ctx, { legalName: "Bellac SA" });
    const asked = await makeWork(ctx, "assistance", { controllerId: twice.id, askedOn: "2026-02-01" });
    await stepWork(ctx, asked, "spend", { on: "2026-02-02", amount: "15" });
    valueOf(await mergeInto(ctx, [twice.id, remains.id]));
    expect((await totals()).map(lineOf)).toContain("Bellac 2026 1/0 15");
  });

  it("is exported with its time, journalled, and no formula begins a cell", async () => {
    const file = valueOf(await exportAssistance(ctx, "atlas", { format: "csv", language: "fr" }));
    const text = new TextDecoder().decode(file.body as Uint8Array);
    const row = text.split("\r\n").find((line) => line.includes("Orvelle SAS"));
    expect(row).toContain("75");
    expect(row).toContain("2026-01-06");
    expect(row).not.toMatch(/[;,]"?=/);
    const entry = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
    expect(JSON.parse(entry?.text ?? "{}")).toMatchObject({
      event: "export.taken",
      after: { assistance: 2 },
    });
  });

  it("is a workbook that a spreadsheet opens", async () => {
    const file = valueOf(await exportAssistance(ctx, "atlas", { format: "xlsx", language: "ar" }));
    expect(
      Buffer.from(file.body as Uint8Array)
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });
});

it("an entry lacks a filing until one that names it is answered", async () => {
  const entry = await makeOwnRecord(ctx, { activity: "Paie" });
  const statusOf = async () => {
    const needs = await withOrg(ctx.scope, (tx) => findRecordNeeds(tx, "2026-11-28"));
    return needs
      .find(({ record }) => record.id === entry.id)
      ?.needs.filter(({ type }) => type === "declaration")
      .map(({ status, filing }) => `${status} ${filing?.reference ?? "none"}`);
  };
  expect(await statusOf()).toEqual(["missing none"]);
  const draft = await makeWork(ctx, "cndp-filing", { recordIds: entry.reference });
  expect(await statusOf()).toEqual([`missing ${draft.reference}`]);
  const filed = await stepWork(ctx, draft, "file");
  expect(await statusOf()).toEqual([`awaited ${draft.reference}`]);
  const received = await stepWork(ctx, filed, "receive", { detail: "D-90/2026" });
  expect(await statusOf()).toEqual([`covered ${draft.reference}`]);
  await stepWork(ctx, received, "withdraw-receipt", { reason: "Art. 51" });
  expect(await statusOf()).toEqual(["missing none"]);
});

it("a training counts who attended after its corrections, once it was held", async () => {
  const planned = await makeWork(ctx, "training", { title: "Violations", staff: "Ali\nZoé" });
  const named = async () =>
    (await withOrg(ctx.scope, findHeldTrainings))
      .filter(({ id }) => id === planned.id)
      .map(({ staff }) => staff);
  expect(await named()).toEqual([]);
  const held = await stepWork(ctx, planned, "hold");
  await stepWork(ctx, held, "not-attended", { detail: "Zoé", reason: "Absente" });
  expect(await named()).toEqual([["Ali"]]);
});
