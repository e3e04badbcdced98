import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { findFacts } from "@/lib/features/breach/read/queries";
import { breachBeginSchema } from "@/lib/features/breach/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce } from "@/prisma/factories/contract";
import { as, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { fillTransferSection, makeTransfer } from "@/prisma/factories/transfer";
import { beginBreach } from "./mutations";
import {
  database,
  ctx,
  foreign,
  orvelle,
  HOUR_ZERO,
  begin,
  add,
  events,
  refused,
  prepareDatabase,
} from "./mutations.fixture";

prepareDatabase();
const facts = (id: string) => withOrg(ctx.scope, (tx) => findFacts(tx, id));
const places = (breachId: string) =>
  withOrg(ctx.scope, (tx) => tx.breachController.findMany({ where: { breachId } }));

describe("beginBreach", () => {
  it("records four facts, numbers the file and proposes the client that the words name", async () => {
    const row = await begin();
    expect(row).toMatchObject({ status: "open", awareAt: new Date("2026-11-24T09:40:00Z"), isDrill: false });
    expect(row.reference).toMatch(/^V-2026-\d{3}$/);
    expect((await facts(row.id)).map(({ kind }) => kind)).toEqual([
      "what-happened",
      "aware",
      "reporter",
      "touched",
      "controller-proposed",
    ]);
    expect(await places(row.id)).toMatchObject([{ controllerId: orvelle, status: "proposed" }]);
    expect(await events(row.id)).toEqual([
      "breach.begun",
      ...Array(4).fill("breach.fact-added"),
      "breach.controllers-proposed",
    ]);
    expect((await begin()).counter).toBe(row.counter + 1);
  });

  it("proposes the client whose contract is cited by its reference", async () => {
    const controllerId = (await makeController(ctx, { legalName: "Bellerive Santé" })).id;
    const { id } = await makeContractInForce(ctx, { controllerId });
    const reference = "BLR-CRC-2023";
    await withOrg(ctx.scope, (tx) => tx.contract.updateMany({ where: { id }, data: { reference } }));
    const row = await begin({ touched: `Fichiers du dossier ${reference}` });
    expect(await places(row.id)).toMatchObject([
      { controllerId, status: "proposed", reasons: [{ kind: "contract", reference }] },
    ]);
  });

  it("proposes the clients whose transfer goes to a company, by the name that it had", async () => {
    const ids = [
      (await makeController(ctx, { legalName: "Valmeras" })).id,
      (await makeController(ctx, { legalName: "Solenor" })).id,
    ] as const;
    const own = await makeTransfer(ctx, {
      flow: "to-sub-processor",
      controllerId: ids[0],
      importerName: "Ouarzane Voix",
    });
    await fillTransferSection(ctx, own, "importer", { name: "Tilila Contact", country: "MA" });
    const { id: subProcessorId } = await makeSubProcessor(ctx, { name: "Kersaint Cloud" });
    const onward = await makeTransfer(ctx, {
      flow: "to-sub-processor",
      subProcessorId,
      importerName: "Agence Sud",
    });
    await withOrg(ctx.scope, (tx) =>
      tx.transfer.updateMany({ where: { id: onward.id }, data: { controllerId: null } }),
    );
    const { id: recordId } = await makeRecord(ctx, { controllerId: ids[1] });
    await withOrg(ctx.scope, (tx) =>
      tx.processingRecord.updateMany({
        where: { id: recordId },
        data: { subProcessorIds: [subProcessorId] },
      }),
    );
    const row = await begin({ touched: "Serveurs de Ouarzane Voix et de Kersaint Cloud" });
    expect(await places(row.id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          controllerId: ids[0],
          reasons: [expect.objectContaining({ kind: "named-recipient", words: "Ouarzane Voix" })],
        }),
        expect.objectContaining({
          controllerId: ids[1],
          reasons: expect.arrayContaining([
            expect.objectContaining({ kind: "named-recipient", words: "Kersaint Cloud" }),
          ]),
        }),
      ]),
    );
  });

  it("takes unknown for an answer, and a suspicion for no awareness", async () => {
    const blank = await begin({ awareness: "unknown", on: "", time: "", reporter: "", touched: "" });
    expect(blank.awareAt).toBeNull();
    expect((await facts(blank.id)).map(({ value }) => value.isUnknown ?? false)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect((await begin({ awareness: "suspected" })).awareAt).toBeNull();
  });

  it("says what is wrong beside its field", async () => {
    const typed = (stated: object) => breachBeginSchema.safeParse({ ...HOUR_ZERO, ...stated });
    expect(typed({ what: " " }).error?.issues[0]).toMatchObject({ path: ["what"], message: "required" });
    expect(typed({ time: "" }).error?.issues[0]).toMatchObject({ path: ["time"], message: "required" });
    expect(typed({ time: "25:00" }).error?.issues[0]).toMatchObject({
      path: ["time"],
      message: "breach.time",
    });
    const future = breachBeginSchema.parse({ ...HOUR_ZERO, on: "2026-11-25" });
    expect(await beginBreach(ctx, future)).toEqual(refused("on", "breach.future"));
  });

  it("is refused to a viewer", async () => {
    const input = breachBeginSchema.parse(HOUR_ZERO);
    expect(await beginBreach(as(ctx, "viewer"), input)).toEqual({
      ok: false,
      refusal: { kind: "forbidden" },
    });
  });
});

describe("addFact", () => {
  it("adds a correction beside what it corrects, and moves awareness by it", async () => {
    const row = await begin();
    const aware = (await facts(row.id)).find(({ kind }) => kind === "aware")!;
    const stated = { on: "2026-11-24", time: "09:12", correctsId: aware.id };
    expect(await add(row, "aware", stated)).toEqual(refused("reason", "required"));
    const saved = valueOf(await add(row, "aware", { ...stated, reason: "Heure de Paris notée" }));
    expect(saved.awareAt).toEqual(new Date("2026-11-24T09:12:00Z"));
    const stored = (await facts(row.id)).filter(({ kind }) => kind === "aware");
    expect(stored.map(({ at }) => at)).toEqual([
      Date.UTC(2026, 10, 24, 9, 40),
      Date.UTC(2026, 10, 24, 9, 12),
    ]);
    expect(await add(saved, "aware", { ...stated, reason: "Encore" })).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });

  it("shows what somebody answered in between, and lets events stand side by side", async () => {
    const row = await begin();
    valueOf(await add(row, "persons", { count: "607" }));
    expect(await add(row, "persons", { count: "600" })).toMatchObject({
      refusal: { kind: "conflict", current: { count: 607 } },
    });
    expect(valueOf(await add(row, "note", { text: "Suppression demandée" })).version).toBe(row.version + 2);
  });

  it.each([
    ["aware", { on: "2026-11-24", time: "08:00" }, "on", "breach.beforeOccurred"],
    ["aware", { on: "2026-11-24", time: "16:43" }, "on", "breach.future"],
    ["occurred", { on: "2026-11-24", time: "10:00" }, "on", "breach.afterAware"],
    ["persons", {}, "count", "breach.number"],
    [
      "persons",
      { count: "5", controllerId: "00000000-0000-4000-8000-000000000000" },
      "controllerId",
      "breach.unknownController",
    ],
    [
      "told-by-sub-processor",
      {
        on: "2026-11-24",
        time: "09:00",
        told: "breach",
        subProcessorId: "00000000-0000-4000-8000-000000000000",
      },
      "subProcessorId",
      "breach.unknownSubProcessor",
    ],
    ["closed", { on: "2026-11-24", time: "10:00" }, "kind", "breach.notAFact"],
  ])("refuses %s %j beside %s", async (kind, stated, path, key) => {
    const row = await begin();
    const begun = valueOf(await add(row, "occurred", { on: "2026-11-24", time: "09:00" }));
    expect(await add(begun, kind, stated)).toEqual(refused(path, key));
  });

  it("lets nobody but a steward overrule the severity", async () => {
    const row = await begin();
    const over = { band: "high", reason: "Mineurs parmi les personnes" };
    expect(await add(row, "severity-overruled", over, as(ctx, "editor") as MadeOrganisation)).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    valueOf(await add(row, "severity-overruled", over));
    expect(await events(row.id)).toContain("breach.severity-overruled");
  });

  it("finds nothing of another organisation", async () => {
    const row = await begin();
    expect(await add(row, "note", { text: "x" }, foreign)).toEqual({
      ok: false,
      refusal: { kind: "not-found" },
    });
  });

  it("cannot be changed or taken away by the application", async () => {
    const row = await begin();
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    for (const statement of [
      "UPDATE breach_fact SET reason = 'x'",
      "DELETE FROM breach_fact",
      "DELETE FROM breach",
    ]) {
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
    await app.end();
    expect(await facts(row.id)).toHaveLength(5);
  });
});
