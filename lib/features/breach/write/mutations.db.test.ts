import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFacts, findInformed, findTerms } from "@/lib/features/breach/read/queries";
import {
  breachBeginSchema,
  breachMoveSchema,
  controllerPlaceSchema,
  factAddSchema,
} from "@/lib/features/breach/schema";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { insertNoticeFact } from "@/lib/features/breach-notice/write/rows";
import { makeIssuedNotice } from "@/prisma/factories/breach";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter, makeReport } from "@/prisma/factories/outbox";
import { makeController, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { addFact, beginBreach, moveBreach, placeController } from "./mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let foreign: MadeOrganisation;
let orvelle: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-24T16:42:00Z"));
  foreign = await makeOrganisation(database.ownerUrl);
  orvelle = (await makeController(ctx, { legalName: "Orvelle Énergie" })).id;
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const HOUR_ZERO = {
  what: "Export d’appels envoyé au mauvais destinataire",
  awareness: "aware",
  on: "2026-11-24",
  time: "09:40",
  reporter: "Y. Alaoui",
  touched: "Client Orvelle Énergie",
};
const begin = async (stated: object = {}, by = ctx) =>
  valueOf(await beginBreach(by, breachBeginSchema.parse({ ...HOUR_ZERO, ...stated })));
const add = (row: { id: string; version: number }, kind: string, stated: object = {}, by = ctx) =>
  addFact(by, factAddSchema.parse({ id: row.id, version: row.version, kind, ...stated }));
const facts = (id: string) => withOrg(ctx.scope, (tx) => findFacts(tx, id));
const places = (breachId: string) =>
  withOrg(ctx.scope, (tx) => tx.breachController.findMany({ where: { breachId } }));
const events = async (id: string) => {
  const rows = await withOrg(ctx.scope, (tx) => tx.journalText.findMany({ orderBy: { seq: "asc" } }));
  return rows
    .map(({ text }) => JSON.parse(text!) as { event: string; subject: { id: string } })
    .filter(({ subject }) => subject.id === id)
    .map(({ event }) => event);
};
const refused = (path: string, key: string) =>
  expect.objectContaining({
    refusal: expect.objectContaining({ kind: "invalid", issues: [expect.objectContaining({ path, key })] }),
  });

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
      { on: "2026-11-24", time: "09:00", subProcessorId: "00000000-0000-4000-8000-000000000000" },
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

describe("the end", () => {
  const move = (row: { id: string; version: number }, event: string, reason = "") =>
    moveBreach(ctx, breachMoveSchema.parse({ id: row.id, version: row.version, event, reason }));
  const place = (row: { id: string; version: number }, to: string, reason = "") =>
    placeController(
      ctx,
      controllerPlaceSchema.parse({
        id: row.id,
        version: row.version,
        controllerId: orvelle,
        place: to,
        reason,
      }),
    );

  /** A last notice in writing to Orvelle, as the database holds it. */
  async function issueFinal(breachId: string) {
    const dates = { createdAt: ctx.now, updatedAt: ctx.now };
    await withOrg(ctx.scope, async (tx) => {
      const part = await tx.breachController.findFirstOrThrow({ where: { breachId } });
      const of = { breachId, breachControllerId: part.id, controllerId: orvelle, number: 1, phase: "final" };
      const issued = { locale: "fr", status: "issued", issuedAt: ctx.now, content: {}, ...dates };
      await tx.breachNotice.create({
        data: { id: crypto.randomUUID(), orgId: ctx.scope.org, ...of, ...issued },
      });
    });
  }

  it("needs a reason while a duty is open, art. 33(2) and (5), and none once each is met", async () => {
    const row = valueOf(await place(await begin(), "controller-confirmed"));
    expect(await move(row, "closed")).toEqual(refused("reason", "breach.reasonToClose"));
    expect(valueOf(await move(row, "closed", "Même groupe, informé par la maison mère")).status).toBe(
      "closed",
    );
    const other = valueOf(await place(await begin(), "controller-confirmed"));
    const call = { breachId: other.id, controllerId: orvelle, kind: "call-made", at: ctx.now };
    const by = { orgId: ctx.scope.org, recordedAt: ctx.now, authorKind: "staff", authorName: "Nadia" };
    await withOrg(ctx.scope, (tx) =>
      tx.breachNoticeFact.create({ data: { id: crypto.randomUUID(), ...call, ...by } }),
    );
    // Told by a call, and neither in writing nor in the record.
    expect(await move(other, "closed")).toEqual(refused("reason", "breach.reasonToClose"));
    await issueFinal(other.id);
    let recorded = other;
    for (const kind of ["consequences", "measures"]) {
      expect(await move(recorded, "closed")).toEqual(refused("reason", "breach.reasonToClose"));
      recorded = valueOf(await add(recorded, kind, { text: "x" }));
    }
    expect(await move(recorded, "closed")).toMatchObject({ ok: true });
  });

  it("takes no fact until it is reopened, and keeps the reason", async () => {
    const row = valueOf(await place(await begin(), "controller-set-aside", "Base de test"));
    const closed = valueOf(await move(row, "closed", "Aucune donnée réelle"));
    expect(await add(closed, "note", { text: "x" })).toEqual(refused("", "breach.isClosed"));
    expect(await move(closed, "contained")).toEqual(refused("event", "breach.notNow"));
    expect(valueOf(await move(closed, "reopened", "Copie retrouvée")).status).toBe("open");
    expect((await events(row.id)).slice(-2)).toEqual(["breach.closed", "breach.reopened"]);
  });

  it("refuses a step taken from what is no longer so", async () => {
    const row = await begin();
    valueOf(await add(row, "note", { text: "x" }));
    expect(await move(row, "contained")).toMatchObject({ refusal: { kind: "conflict" } });
  });
});

describe("what the clocks read", () => {
  it("reads the hours of the contract in force on the day", async () => {
    const controllerId = (await makeController(ctx)).id;
    const contract = await makeContractInForce(ctx, { controllerId });
    await fillSection(ctx, contract, "terms", { breachNoticeHours: "24" });
    const terms = (day: string) => withOrg(ctx.scope, (tx) => findTerms(tx, [controllerId], day));
    expect((await terms("2026-11-24")).get(controllerId)).toMatchObject({ hours: 24 });
    expect((await terms("2025-01-01")).get(controllerId)).toBeUndefined();
  });

  it("reads a call as awareness of that controller alone", async () => {
    const controllerId = (await makeController(ctx)).id;
    const { breachId } = await makeIssuedNotice(ctx, { controllerId });
    const informed = await withOrg(ctx.scope, (tx) => findInformed(tx, [breachId]));
    expect([...informed]).toEqual([[`${breachId} ${controllerId}`, [{ by: "call", at: ctx.now.getTime() }]]]);
  });

  it.each([
    ["delivered", [{ by: "mail-server" }]],
    ["said-received", [{ by: "elsewhere" }]],
    ["handed-over", []],
  ] as const)("reads of a letter what the notice's page does: %s", async (kind, expected) => {
    const controllerId = (await makeController(ctx)).id;
    const { breachId, noticeId, contactId } = await makeIssuedNotice(ctx, { controllerId, isCalled: false });
    const { id: letterId } = await makeLetter(ctx);
    await withOrg(ctx.scope, (tx) =>
      insertNoticeFact(tx, ctx, {
        ...{ breachId, controllerId, noticeId, contactId, letterId },
        ...{ kind: "mail-queued", at: ctx.now, value: {} },
      }),
    );
    await makeReport(ctx, letterId, { kind, at: ctx.now });
    const informed = await withOrg(ctx.scope, (tx) => findInformed(tx, [breachId]));
    expect(informed.get(`${breachId} ${controllerId}`) ?? []).toMatchObject(expected);
  });
});
