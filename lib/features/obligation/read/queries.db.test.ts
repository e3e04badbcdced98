import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Obligation } from "@/lib/domain/obligation/types";
import { moveRequest } from "@/lib/features/authorisation/write/mutations";
import { moveContract } from "@/lib/features/contract/write/mutations";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { makeRequest, moveInput, stepRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { fillSection, makeContractInForce } from "@/prisma/factories/contract";
import { answer, makeEnd } from "@/prisma/factories/contract-end";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeLetter, makeReport } from "@/prisma/factories/outbox";
import { makeMeasure } from "@/prisma/factories/measure";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController, valueOf } from "@/prisma/factories/register";
import { fillSubProcessorSection, makeSubProcessor } from "@/prisma/factories/sub-processor";
import { makeForm } from "@/prisma/factories/submission";
import { addMessage } from "@/prisma/factories/thread";
import { makeTransfer, makeWholeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { countPressing, listObligations } from "@/lib/domain/obligation/list";
import { readCurrentDuties } from "./current";
import { findDuties, findObligations, visibleNouns } from "./queries";

const NOW = new Date("2026-11-24T10:00:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let stranger: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  stranger = await makeOrganisation(database.ownerUrl, undefined, NOW);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

type Reading = Pick<MadeOrganisation, "scope" | "actor">;
const make = () => makeOrganisation(database.ownerUrl, undefined, NOW);
/** Finds them in a unit of work, as a feed does, and alike in the units of a page. */
async function find(ctx: Reading, now = NOW): Promise<Obligation[]> {
  const read = (tx: Tx) => findObligations(tx, { now, locale: "fr", nouns: visibleNouns(ctx.actor) });
  const found = await withOrg(ctx.scope, read);
  expect(await readInScope(ctx.scope, read)).toEqual(found);
  return found;
}

function labelsOf(found: readonly Obligation[]): string[] {
  return found
    .map(({ kind, subject, due, doneAt }) => {
      const date = due.type === "day" ? due.day : new Date(due.at).toISOString().slice(0, 10);
      return [kind, subject.reference, date, doneAt === null ? "open" : "done"].join(" ");
    })
    .sort();
}

describe("findObligations", () => {
  it("finds terms, notices and ends of contracts, and lets an old end go", async () => {
    const ctx = await make();
    const tacit = { renewal: "tacit", renewalMonths: "12", noticeUnit: "days", noticeCount: "30" };
    const renewing = await makeContractInForce(ctx, { reference: "C-1" });
    await fillSection(ctx, renewing, "term", { ...tacit, endsOn: "2027-01-31" });
    const ending = await makeContractInForce(ctx, { reference: "C-2" });
    const filled = await fillSection(ctx, ending, "term", { endsOn: "2026-11-20" });
    expect(labelsOf(await find(ctx))).toEqual([
      "contract.expired C-2 2026-11-20 open",
      "contract.notice C-1 2027-01-01 open",
      "contract.renewal C-1 2027-01-31 open",
    ]);
    const end = {
      id: ending.id,
      version: filled.version,
      event: "end" as const,
      on: "2026-11-20",
      reason: "Échu",
    };
    valueOf(await moveContract(ctx, end));
    expect(labelsOf(await find(ctx))).toContain("contract.end C-2 2026-11-20 done");
    const later = await find(ctx, new Date("2027-03-01T10:00:00Z"));
    expect(later.map(({ subject }) => subject.reference)).not.toContain("C-2");
    expect(await find(stranger)).toEqual([]);
  });

  it("finds instructions, with the controller that they are of", async () => {
    const ctx = await make();
    const { id: controllerId } = await makeController(ctx, { legalName: "Orvelle SAS" });
    const first = await makeInstruction(ctx, { code: "ORV", controllerId, channel: "telephone" });
    const found = await find(ctx);
    expect(labelsOf(found)).toEqual([
      "instruction.check ORV-2026-001 2026-03-05 open",
      "instruction.writing ORV-2026-001 2026-03-03 open",
    ]);
    expect(found[0]).toMatchObject({ controller: { id: controllerId, name: "Orvelle SAS" } });
    await step(ctx, await step(ctx, first, "check"), "contest");
    expect(labelsOf(await find(ctx))).toContain("instruction.reply ORV-2026-001 2026-03-06 open");
  });

  it("finds answers due, and a list that changed since it was agreed", async () => {
    const ctx = await make();
    const used = await makeSubProcessor(ctx);
    const sent = await makeRequest(ctx, { subProcessorId: used.id, terms: { objectionDays: "10" } });
    expect(labelsOf(await find(ctx))).toEqual([
      expect.stringMatching(/^authorisation\.receipt A-001 2026-11-24 open$/),
    ]);
    const received = valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive")));
    expect(labelsOf(await find(ctx))).toEqual([
      expect.stringMatching(/^authorisation\.answer A-001 2026-12-04 open$/),
    ]);
    expect(labelsOf(await find(ctx, new Date("2026-12-05T10:00:00Z")))).toEqual([
      expect.stringMatching(/^authorisation\.(expired|answer) A-001 2026-12-04 open$/),
    ]);
    await stepRequest(ctx, received, "approve", {});
    expect((await find(ctx)).map(({ kind, doneAt }) => [kind, doneAt !== null])).toEqual([
      ["authorisation.answer", true],
    ]);
    await fillSubProcessorSection(ctx, used, "service", { service: "Transcription d’appels et archives" });
    const changed = (await find(ctx)).filter(({ kind }) => kind === "sub-processor.notify");
    expect(changed).toMatchObject([{ path: `/authorisations/${sent.id}`, due: { type: "since" } }]);
  });

  it("finds reviews, questions and purges that were promised", async () => {
    const ctx = await make();
    await makeMeasure(ctx, { title: "Cloisonnement", reviewOn: "2026-10" });
    const stopped = await makeWholeTransfer(ctx);
    const { reference } = await makeWholeTransfer(ctx);
    await stepTransfer(ctx, stopped, "suspend");
    const { id: controllerId } = await makeController(ctx);
    const record = await makeActiveRecord(ctx, { controllerId });
    const contact = await makeContact(ctx, { controllerId });
    await addMessage(makeForm()(contact), record.id);
    const found = labelsOf(await find(ctx));
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^measure\.review M-\d+ 2026-10-31 open$/),
        `transfer.review ${reference} 2027-01-10 open`,
        `thread.answer ${record.reference} 2026-11-24 open`,
        "contact.invitation Claire Vasseur 2026-12-01 done",
      ]),
    );
    expect(found.filter((line) => line.startsWith("transfer."))).toHaveLength(1);
    const run = await makeEnd(ctx);
    const backup = run.lines.find(({ kind }) => kind === "backup");
    await answer(ctx, backup!, "purge-dated", { purgeOn: "2027-02-01", by: "Service informatique" });
    expect(labelsOf(await find(ctx)).filter((line) => line.startsWith("contract-end.purge"))).toEqual([
      expect.stringMatching(/2027-02-01 open$/),
    ]);
  });

  it("hides what a role may not read", async () => {
    const ctx = await make();
    expect(visibleNouns(ctx.actor)).toContain("invitation");
    expect(visibleNouns(as(ctx, "viewer").actor)).not.toContain("invitation");
    expect(visibleNouns(as(ctx, "viewer").actor)).toContain("contract");
    expect(visibleNouns({ kind: "setup" })).toEqual([]);
  });
});

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
        ...{ about: "2 fiches", horizon: "open", due: { type: "open" } },
        ...{ path: `/compliance/gaps?duty=register&controller=${id}`, controller: { name: "Orvelle SAS" } },
      },
    ]);
    expect(await linesOf(ctx, "contract.none")).toMatchObject([
      { path: `/controllers/${id}`, horizon: "undelayed" },
    ]);
    const contract = await makeContractInForce(ctx, { controllerId: id });
    expect((await linesOf(ctx, "contract.none")).filter(({ horizon }) => horizon !== "done")).toEqual([]);
    expect(await linesOf(ctx, "contract.gaps")).toMatchObject([{ path: `/contracts/${contract.id}` }]);
    expect(await linesOf(stranger, "record.gaps")).toEqual([]);
  });

  it("finds a transfer that nothing opens, and lets it go once it is suspended", async () => {
    const ctx = await make();
    const bare = await makeTransfer(ctx);
    expect(await linesOf(ctx, "transfer.barred")).toMatchObject([
      { path: `/transfers/${bare.id}`, horizon: "undelayed" },
    ]);
    await stepTransfer(ctx, bare, "suspend");
    expect(await linesOf(ctx, "transfer.barred")).toMatchObject([{ horizon: "done" }]);
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
        about: "un sous-traitant",
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
    expect(await closed("mail.bounced")).toEqual([[`/outbox/${back.id}`, "un courrier", at(8).getTime()]]);
    expect(await closed("mail.waiting")).toEqual([[`/outbox/${waiting.id}`, "un courrier", at(6).getTime()]]);
  });
});

describe("readCurrentDuties", () => {
  it("reads again once the head has moved, or time has passed", async () => {
    const ctx = await make();
    const nouns = visibleNouns(ctx.actor);
    const press = async (now = NOW) =>
      countPressing(await readCurrentDuties(ctx.scope, { nouns, now, locale: "fr" }), now.getTime());
    expect(await press()).toBe(0);
    await makeInstruction(ctx);
    expect(await press()).toBe(1);
    const contract = await makeContractInForce(ctx);
    await fillSection(ctx, contract, "term", { endsOn: "2026-12-31" });
    expect(await press()).toBe(1);
    expect(await press(new Date("2027-01-01T10:00:00Z"))).toBe(2);
  });
});
