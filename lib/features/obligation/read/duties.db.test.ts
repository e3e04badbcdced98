import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeLetter, makeReport } from "@/prisma/factories/outbox";
import { makeMeasure } from "@/prisma/factories/measure";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController } from "@/prisma/factories/register";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { makeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { openDatabase } from "@/scripts/test/open-database";
import { listObligations } from "@/lib/domain/obligation/list";
import { findDuties, visibleNouns } from "./queries";

const NOW = new Date("2026-11-24T10:00:00Z");
const database = await openDatabase();
const stranger = await makeOrganisation(database.ownerUrl, undefined, NOW);

type Reading = Pick<MadeOrganisation, "scope" | "actor">;
const make = () => makeOrganisation(database.ownerUrl, undefined, NOW);

describe("findDuties", () => {
  const lacks = async (ctx: Reading, now = NOW) => {
    const asked = { now, locale: "fr" as const, nouns: visibleNouns(ctx.actor) };
    const found = await withOrg(ctx.scope, (tx) => findDuties(tx, asked));
    return listObligations(found, { now: now.getTime() });
  };
  const linesOf = async (ctx: Reading, kind: string, now = NOW) =>
    (await lacks(ctx, now)).filter((line) => line.kind === kind);

  it("finds what an entry lacks, once for each controller, and a controller without a contract", async () => {
    const ctx = await make();
    const { id } = await makeController(ctx, { legalName: "Orvelle SAS" });
    const vague = { controllerId: id, operations: [] };
    await makeActiveRecord(ctx, vague);
    await makeActiveRecord(ctx, vague);
    expect(await linesOf(ctx, "record.gaps")).toMatchObject([
      {
        about: "2 fiches",
        horizon: "open",
        due: { type: "open" },
        path: `/compliance/gaps?duty=register&controller=${id}`,
        controller: { name: "Orvelle SAS" },
      },
    ]);
    expect(await linesOf(ctx, "contract.none")).toMatchObject([
      { path: `/controllers/${id}`, horizon: "undelayed" },
    ]);
    const contract = await makeContractInForce(ctx, { controllerId: id });
    expect((await linesOf(ctx, "contract.none")).filter(({ horizon }) => horizon !== "done")).toEqual([]);
    expect(await linesOf(ctx, "contract.gaps")).toMatchObject([
      { path: `/contracts/${contract.id}`, about: expect.not.stringMatching(/\bK\d/u) },
    ]);
    expect(await linesOf(stranger, "record.gaps")).toEqual([]);
  });

  it("finds a transfer that nothing opens, and lets it go once it is suspended", async () => {
    const ctx = await make();
    const bare = await makeTransfer(ctx);
    expect(await linesOf(ctx, "transfer.barred")).toMatchObject([
      { path: `/transfers/${bare.id}`, horizon: "undelayed" },
    ]);
    await stepTransfer(ctx, bare, "suspend");
    // Nothing opens it still: the lack no longer applies, and is not done.
    expect(await linesOf(ctx, "transfer.barred")).toMatchObject([{ horizon: "void" }]);
  });

  it("finds operations that nothing covers, and compares again after a change", async () => {
    const ctx = await make();
    const { id: controllerId } = await makeController(ctx);
    await makeContractInForce(ctx, { controllerId });
    await makeActiveRecord(ctx, { controllerId });
    const before = await linesOf(ctx, "instruction.scope");
    const uncompared = await linesOf(ctx, "instruction.uncompared");
    expect(before.length + uncompared.length).toBeGreaterThan(0);
    expect([...before, ...uncompared].every(({ path }) => path === "/instructions/scope")).toBe(true);
  });

  it("finds letters that nobody received, since the oldest, and hides them from who may not read them", async () => {
    const ctx = await make();
    const later = new Date(NOW.getTime() + 6 * 60_000);
    const given = await makeLetter(ctx);
    await makeLetter(ctx);
    await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.update({ where: { id: given.id }, data: { state: "refused" } }),
    );
    expect(await linesOf(ctx, "mail.waiting")).toEqual([]);
    expect(await linesOf(ctx, "mail.waiting", later)).toMatchObject([{ horizon: "undelayed" }]);
    expect(await linesOf(ctx, "mail.given-up")).toMatchObject([{ path: `/outbox/${given.id}` }]);
    expect(await linesOf(as(ctx, "viewer"), "mail.given-up")).toEqual([]);
  });

  it("finds a sub-processor that nobody authorised, and leads to the list that counts it", async () => {
    const ctx = await make();
    const { id: controllerId } = await makeController(ctx);
    const subProcessor = await makeSubProcessor(ctx);
    const { id } = await makeActiveRecord(ctx, { controllerId });
    const data = { subProcessorIds: [subProcessor.id] };
    await withOrg(ctx.scope, (tx) => tx.processingRecord.update({ where: { id }, data }));
    expect(await linesOf(ctx, "sub-processor.unauthorised")).toMatchObject([
      {
        path: `/compliance/gaps?duty=sub-processors&controller=${controllerId}`,
        about: "une lacune sur les sous-traitants ultérieurs",
        horizon: "undelayed",
      },
    ]);
  });

  it("shows a gap that a version closed as done, under its day", async () => {
    const ctx = await make();
    const { id: controllerId } = await makeController(ctx);
    await makeActiveRecord(ctx, { controllerId, operations: [] });
    const [open] = await linesOf(ctx, "record.gaps");
    expect(open).toMatchObject({ doneAt: null });
    const record = await withOrg(ctx.scope, (tx) => tx.processingRecord.findFirstOrThrow());
    const at = new Date(NOW.getTime() + 1000);
    await withOrg(ctx.scope, async (tx) => {
      const assessed = { requiredGaps: 0, advisableGaps: 0, gapCodes: [], rulesVersion: 1 };
      const { orgId, version, id: recordId } = record;
      await tx.recordAssessment.create({ data: { orgId, recordId, version, recordedAt: at, ...assessed } });
      await tx.processingRecord.update({ where: { id: record.id }, data: { requiredGaps: 0, gapCodes: [] } });
    });
    expect(await linesOf(ctx, "record.gaps", at)).toMatchObject([
      {
        doneAt: at.getTime(),
        horizon: "done",
        path: `/records/${record.id}`,
        controller: { id: controllerId },
      },
    ]);
  });

  it("shows a contract that came into force and a transfer that was suspended as done", async () => {
    const ctx = await make();
    const { id: controllerId } = await makeController(ctx);
    await makeActiveRecord({ ...ctx, now: new Date(NOW.getTime() - 1000) }, { controllerId });
    await makeContractInForce(ctx, { controllerId });
    expect(await linesOf(ctx, "contract.none")).toMatchObject([{ doneAt: NOW.getTime() }]);
    const bare = await makeTransfer(ctx, { controllerId });
    await stepTransfer(ctx, bare, "suspend");
    expect(await linesOf(ctx, "transfer.barred")).toMatchObject([
      { doneAt: NOW.getTime(), path: `/transfers/${bare.id}` },
    ]);
  });

  it("finds a controller to name, letters of article 32 that nothing serves, and an entry that was reviewed", async () => {
    const ctx = await make();
    const { id } = await makeController(ctx, { legalName: "client télécom", isPlaceholder: true });
    expect(await linesOf(ctx, "controller.name")).toMatchObject([{ path: `/controllers/${id}` }]);
    expect(await linesOf(ctx, "measure.coverage")).toMatchObject([{ path: "/measures/library" }]);
  });

  it("shows letters of article 32 that a measure began to serve as done, and again where one is retired", async () => {
    const ctx = await make();
    await makeMeasure(ctx, { articles: ["32(1)(a)", "32(1)(b)"] });
    const coverage = async () =>
      (await linesOf(ctx, "measure.coverage")).map(({ about, doneAt }) => [about, doneAt]);
    expect(await coverage()).toEqual([
      ["32(1)(c), 32(1)(d)", null],
      ["32(1)(a), 32(1)(b)", NOW.getTime()],
    ]);
    await makeMeasure(ctx, { articles: ["32(1)(b)"] });
    expect(await coverage()).toHaveLength(2);
  });

  it("shows a letter that came back or waited as done once it has left", async () => {
    const ctx = await make();
    const [back, waiting, prompt] = [await makeLetter(ctx), await makeLetter(ctx), await makeLetter(ctx)];
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    const report = (id: string, kind: "bounced" | "delivered", minutes: number) =>
      makeReport({ ...ctx, now: at(minutes) }, id, { kind, at: at(minutes) });
    await report(back.id, "bounced", 1);
    await report(back.id, "delivered", 8);
    const accept = (id: string, minutes: number) =>
      withOrg(ctx.scope, (tx) =>
        tx.outboxMail.update({ where: { id }, data: { state: "accepted", acceptedAt: at(minutes) } }),
      );
    await accept(back.id, 1);
    await accept(waiting.id, 6);
    await accept(prompt.id, 4);
    const closed = async (kind: string) =>
      (await linesOf(ctx, kind, at(10))).map(({ path, about, doneAt }) => [path, about, doneAt]);
    expect(await closed("mail.bounced")).toEqual([[`/outbox/${back.id}`, "un courriel", at(8).getTime()]]);
    expect(await closed("mail.waiting")).toEqual([[`/outbox/${waiting.id}`, "un courriel", at(6).getTime()]]);
  });
});
