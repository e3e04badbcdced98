import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "@/lib/platform/sheets/read-workbook";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce } from "@/prisma/factories/contract";
import { insertAuthorisation } from "@/prisma/factories/authorisation-row";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor, makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import {
  makeTransfer,
  fillTransferSection,
  SIGNED_CLAUSES,
  WHOLE_ASSESSMENT,
} from "@/prisma/factories/transfer";
import { addMessage } from "@/prisma/factories/thread";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findMatrix } from "./queries";
import { exportMatrix } from "@/lib/features/authorisation-matrix/write/mutations";
import { matrixExportSchema } from "@/lib/features/authorisation-matrix/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
  const alveole = await makeController(ctx, { legalName: "Mutuelle Alvéole" });
  const orvelle = await makeController(ctx, { legalName: "=Orvelle Énergie" });
  await makeController(ctx, { legalName: "Voltiris" });
  await makeContractInForce(ctx, { controllerId: alveole.id, reference: "C-011" });
  const whole = await makeWholeSubProcessor(ctx);
  const bare = await makeSubProcessor(ctx, { name: "Sahel Cloud SARL" });
  await insertAuthorisation(ctx, { controllerId: alveole.id, subProcessor: whole, state: "approved" });
  await insertAuthorisation(ctx, { controllerId: alveole.id, subProcessor: bare, state: "approved" });
  await insertAuthorisation(ctx, {
    controllerId: orvelle.id,
    subProcessor: whole,
    state: "submitted",
    days: 30,
    at: "2026-11-20T09:00:00Z",
  });
  // A refusal followed by a second request: the later answer governs.
  await insertAuthorisation(ctx, { controllerId: orvelle.id, subProcessor: bare, state: "approved" });
  await insertAuthorisation(ctx, {
    controllerId: orvelle.id,
    subProcessor: bare,
    state: "refused",
    at: "2026-03-01T09:00:00Z",
  });
});
afterAll(() => database.drop());

const matrix = (of: MadeOrganisation = ctx) => withOrg(of.scope, (tx) => findMatrix(tx, ctx.now));

describe("findMatrix", () => {
  it("says where each controller stands on each sub-processor, and names what is missing", async () => {
    const { columns, rows } = await matrix();
    expect(columns.map(({ name }) => name)).toEqual(["Numéria Voix SAS", "Sahel Cloud SARL"]);
    const stated = rows.map(({ controller, contract, cells }) => [
      controller,
      contract,
      ...cells.map(({ state }) => state),
    ]);
    expect(stated).toEqual([
      ["=Orvelle Énergie", "", "awaited", "refused"],
      ["Mutuelle Alvéole", "C-011", "active", "to-sign"],
      ["Voltiris", "", "never", "never"],
    ]);
    expect(rows[1]!.cells[1]).toMatchObject({ missing: ["contract"] });
    expect(rows[0]!.cells[0]).toMatchObject({ day: "2026-12-20", daysLeft: 26, missing: expect.anything() });
  });

  it("turns into a refusal when the period is over, and shows nothing to another organisation", async () => {
    const later = new Date("2026-12-21T10:00:00Z");
    const { rows } = await withOrg(ctx.scope, (tx) => findMatrix(tx, later));
    expect(rows[0]!.cells[0]!.state).toBe("expired");
    expect(await matrix(await makeOrganisation(database.ownerUrl))).toEqual({ columns: [], rows: [] });
  });
});

describe("a transfer of one controller's data", () => {
  it("makes a sub-processor active for that one, and for no other that authorised the same", async () => {
    const by = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T10:00:00Z"));
    const tunis = await makeWholeSubProcessor(by, { name: "Sahel Voix SARL", country: "TN" });
    const [own, other] = [
      await makeController(by, { legalName: "Alvéole" }),
      await makeController(by, { legalName: "Orvelle" }),
    ];
    for (const { id: controllerId } of [own, other])
      await insertAuthorisation(by, { controllerId, subProcessor: tunis, state: "approved" });
    const to = { flow: "to-sub-processor", controllerId: own.id, subProcessorId: tunis.id, country: "TN" };
    const clauses = { ...SIGNED_CLAUSES, module: "3" };
    const signed = await fillTransferSection(by, await makeTransfer(by, to), "tool", clauses);
    await fillTransferSection(by, signed, "assessment", WHOLE_ASSESSMENT);
    const { rows } = await matrix(by);
    expect(rows.map(({ controller, cells }) => [controller, cells[0]!.state, cells[0]!.missing])).toEqual([
      ["Alvéole", "active", []],
      ["Orvelle", "to-sign", ["module-3", "assessment"]],
    ]);
  });
});

describe("takeMatrix", () => {
  const exportAs = async (asked: Record<string, unknown>) =>
    valueOf(await exportMatrix(ctx, ctx.slug, matrixExportSchema.parse(asked)));

  it("writes what is filtered, a line a cell, and no formula; the journal says who took it", async () => {
    const { body, fileName } = await exportAs({ format: "xlsx", controller: "orvelle" });
    const reading = await readWorkbook(body);
    if (!reading.ok) throw new Error(reading.key);
    const [heads, ...rows] = reading.sheets[0]!.rows;
    expect(heads).toHaveLength(11);
    expect(rows.map((row) => [row[0], row[5]])).toEqual([
      ["=Orvelle Énergie", "Attendue"],
      ["=Orvelle Énergie", "Refusée"],
    ]);
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" } }),
    );
    expect(JSON.parse(entry.text!)).toMatchObject({
      event: "export.taken",
      subject: { label: fileName },
      after: { cells: 2, controller: "orvelle" },
    });
  });

  it("holds as JSON what proves each: words, list, facts, and what was said, without an id", async () => {
    const { id } = await withOrg(ctx.scope, (tx) =>
      tx.authorisation.findFirstOrThrow({ where: { state: "submitted" }, select: { id: true } }),
    );
    await addMessage(ctx, id, { noun: "authorisation", text: "Voici le certificat." });
    const { body } = await exportAs({ format: "json", state: "awaited" });
    const { format, authorisations } = JSON.parse(Buffer.from(body).toString());
    expect(format).toBe("amana-authorisations-1");
    expect(authorisations).toMatchObject([
      {
        controller: "=Orvelle Énergie",
        subProcessor: { reference: "SP-001", scopeDigest: expect.stringMatching(/^[0-9a-f]{64}$/) },
        textDigest: "0".repeat(64),
        thread: [{ number: 1, side: "staff", text: "Voici le certificat." }],
      },
    ]);
    expect(JSON.stringify(authorisations)).not.toContain(id);
  });

  it("neutralises what a spreadsheet would run", async () => {
    const { body } = await exportAs({ format: "csv", language: "en" });
    expect(Buffer.from(body).toString()).toContain("'=Orvelle Énergie");
  });
});
