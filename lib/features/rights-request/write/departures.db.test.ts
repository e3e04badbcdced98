import { describe, expect, it } from "vitest";
import { makeContact } from "@/prisma/factories/contact";
import { makeAccepted } from "@/prisma/factories/instruction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { planRightsRequest } from "@/lib/domain/obligation/plan-rights-request";
import { required } from "@/lib/domain/invariant/required";
import { timelinessOf } from "@/lib/domain/rights-request/timeliness";
import { findRelayed } from "@/lib/features/portal-rights-request/read/queries";
import { judgeRequests } from "@/lib/features/rights-request/read/timeliness";
import { timesOf } from "@/lib/features/rights-request/read/figures";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import { requestEventSchema } from "@/lib/features/rights-request/schema";
import { composeLetter } from "@/lib/i18n/letter";
import { withOrg } from "@/lib/platform/database/transaction";
import { openDatabase } from "@/scripts/test/open-database";
import { recordEvent } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const read = async (id: string) =>
  required((await withOrg(ctx.scope, (tx) => findClockedRequests(tx, { id })))[0], "request");
const event = ({ id, version }: { id: string; version: number }, kind: string, stated: object = {}) =>
  requestEventSchema.parse({ id, version, kind, on: "2026-01-06", time: "09:00", ...stated });

/** Moves the letters of a request as our relay, a server or a person would. */
async function moveLetters(id: string, data: { state: string; acceptedAt?: Date; closedAt?: Date }) {
  const { facts } = await read(id);
  const ids = facts.flatMap(({ value }) => value.letterIds ?? []);
  await withOrg(ctx.scope, (tx) => tx.outboxMail.updateMany({ where: { id: { in: ids } }, data }));
}
const duties = async (id: string) =>
  planRightsRequest(await read(id)).flatMap(({ kind, doneAt }) => (doneAt === null ? kind : []));

async function make(rights = "access") {
  const { id: controllerId } = await makeController(ctx);
  const signatory = await makeContact(ctx, { controllerId });
  const contact = `personne.${controllerId}@exemple.fr`;
  return { controllerId, signatory, row: await makeRightsRequest(ctx, { controllerId, rights, contact }) };
}

async function executing(outcome: object) {
  const { controllerId, signatory, row } = await make("erasure");
  return { signatory, ...(await execute(controllerId, row, outcome)) };
}

async function execute(controllerId: string, row: { id: string; version: number }, outcome: object) {
  const { id: basis } = await makeAccepted(ctx, { controllerId, kind: "rights-request" });
  let next = await stepRightsRequest(ctx, row, "relayed", { means: "telephone" });
  next = await stepRightsRequest(ctx, next, "instructed", { decision: "execute-and-answer", basis });
  next = await stepRightsRequest(ctx, next, "task-added", { taskKind: "system", taskName: "CRM" });
  next = await stepRightsRequest(ctx, next, "started");
  const taskId = (await read(row.id)).file.tasks[0]?.id;
  next = await stepRightsRequest(ctx, next, "task-answered", { taskId, ...outcome });
  return { row: next };
}

describe("a request passed on by letter", () => {
  it("is owed until the letter leaves, and again once it is cancelled or comes back", async () => {
    const { row } = await make();
    const sent = await stepRightsRequest(ctx, row, "relayed", { means: "letter" });
    const now = Date.now();
    const check = async (state: string, owed: boolean) => {
      const of = await read(row.id);
      expect([of.file.state, timelinessOf(of, now).includes("relayed-no-term")]).toEqual([state, !owed]);
      expect((await duties(row.id)).includes("rights-request.relay")).toBe(owed);
    };
    await check("received", true);
    expect(await recordEvent(ctx, event(sent, "relayed", { means: "letter" }))).toMatchObject({
      refusal: { issues: [{ path: "means", key: "rights-request.letterWaits" }] },
    });
    await moveLetters(row.id, { state: "cancelled", closedAt: new Date() });
    await check("received", true);
    await moveLetters(row.id, { state: "accepted", acceptedAt: new Date("2026-01-07T10:00:00Z") });
    await check("relayed", false);
    expect((await read(row.id)).file.relayed?.at).toBe(Date.parse("2026-01-07T10:00:00Z"));
    await moveLetters(row.id, { state: "bounced", closedAt: new Date() });
    await check("received", true);
    await stepRightsRequest(ctx, sent, "relayed", { means: "telephone" });
    await check("relayed", false);
  });
});

describe("an answer by letter", () => {
  it("answers nobody until it leaves: in figures, duties, console and portal alike", async () => {
    const { row, signatory } = await executing({ outcome: "done" });
    const stated = { answeredBy: "processor", answerMeans: "letter", answer: "action-taken", words: "Fait." };
    const answered = await stepRightsRequest(ctx, row, "answered", stated);
    const seen = async () => {
      const of = await read(row.id);
      const [portal] = await withOrg(signatory.scope, (tx) => findRelayed(tx, { id: row.id }));
      const judged = await withOrg(ctx.scope, (tx) => judgeRequests(tx, Date.now()));
      const mine = judged.filter(({ id }) => id === row.id);
      return [
        of.file.answered !== null,
        portal?.file.answered !== null,
        timesOf(mine).answered === 1,
        !(await duties(row.id)).includes("rights-request.reply"),
      ];
    };
    expect(await seen()).toEqual([false, false, false, false]);
    expect(await recordEvent(ctx, event(answered, "answered", stated))).toMatchObject({
      refusal: { issues: [{ path: "answerMeans", key: "rights-request.letterWaits" }] },
    });
    await moveLetters(row.id, { state: "cancelled", closedAt: new Date() });
    expect(await seen()).toEqual([false, false, false, false]);
    await moveLetters(row.id, { state: "accepted", acceptedAt: new Date("2026-01-08T10:00:00Z") });
    expect(await seen()).toEqual([true, true, true, true]);
  });
});

describe("a confirmation", () => {
  const letterOf = async (id: string) => {
    const { facts } = await read(id);
    const ids = facts.flatMap(({ kind, value }) => (kind === "confirmed" ? (value.letterIds ?? []) : []));
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findFirstOrThrow({ where: { id: { in: ids } } }),
    );
    const composed = await composeLetter({
      template: letter.template,
      locale: "fr",
      organisation: null,
      secrets: {},
      // The queue wrote strings alone.
      params: letter.params as Record<string, string>,
    });
    return [composed.subject, ...composed.paragraphs].join(" ");
  };

  it("asks why a line is impossible, and certifies no erasure that happened nowhere", async () => {
    expect(() =>
      event({ id: crypto.randomUUID(), version: 0 }, "task-answered", {
        taskId: crypto.randomUUID(),
        outcome: "impossible",
      }),
    ).toThrow(/reason/);
    const { row } = await executing({ outcome: "impossible", reason: "kept-by-law" });
    await stepRightsRequest(ctx, row, "confirmed", { means: "letter" });
    const text = await letterOf(row.id);
    expect(text).toContain("non exécutée");
    expect(text).toContain("CRM : impossible (la loi impose de conserver, art. 17(3)(b))");
    expect(text).not.toMatch(/a exécuté votre instruction/);
    const file = await withOrg(ctx.scope, (tx) =>
      tx.attachment.findFirstOrThrow({ where: { subjectId: row.id }, select: { fileName: true } }),
    );
    expect(file.fileName).toContain("compte rendu de non-exécution");
  });

  it("confirms nothing until its letter leaves, and names an answer only once that left", async () => {
    const { row, signatory } = await executing({ outcome: "done" });
    const stated = { answeredBy: "processor", answerMeans: "letter", answer: "action-taken", words: "Fait." };
    const answered = await stepRightsRequest(ctx, row, "answered", stated);
    await moveLetters(row.id, { state: "cancelled", closedAt: new Date() });
    await stepRightsRequest(ctx, answered, "confirmed", { means: "letter" });
    expect(await letterOf(row.id)).toContain("elle n’est pas partie");
    const states = async () => [
      (await read(row.id)).file.state,
      (await withOrg(signatory.scope, (tx) => findRelayed(tx, { id: row.id })))[0]?.file.state,
    ];
    expect(await states()).toEqual(["executing", "executing"]);
    expect(await duties(row.id)).toContain("rights-request.execute");
    await moveLetters(row.id, { state: "accepted", acceptedAt: new Date("2026-01-09T10:00:00Z") });
    expect(await states()).toEqual(["confirmed", "confirmed"]);
  });

  it("is refused by letter where nobody can be written to", async () => {
    const { id: controllerId } = await makeController(ctx, { contactEmail: "" });
    const made = await makeRightsRequest(ctx, { controllerId, rights: "erasure" });
    const { row } = await execute(controllerId, made, { outcome: "done" });
    expect(await recordEvent(ctx, event(row, "confirmed", { means: "letter" }))).toMatchObject({
      refusal: { issues: [{ path: "means", key: "rights-request.noAddress" }] },
    });
  });
});

describe("execution", () => {
  /** An instruction named as rows of before could: of any kind, or of no ledger. */
  async function startUnder(kind: "campaign" | null) {
    const { controllerId, row } = await make("erasure");
    const instruction = kind && (await makeAccepted(ctx, { controllerId, kind }));
    const relayed = await stepRightsRequest(ctx, row, "relayed", { means: "telephone" });
    const value = { decision: "execute", instructionId: instruction?.id ?? crypto.randomUUID() };
    const number = relayed.version + 1;
    await withOrg(ctx.scope, async (tx) => {
      await tx.rightsRequestFact.create({
        data: {
          id: crypto.randomUUID(),
          orgId: ctx.scope.org,
          requestId: row.id,
          controllerId,
          number,
          value,
          kind: "instructed",
          at: ctx.now,
          recordedAt: ctx.now,
          authorKind: "staff",
          authorName: "A",
        },
      });
      await tx.rightsRequest.update({
        where: { id: row.id },
        data: { state: "instructed", version: number },
      });
    });
    const added = await stepRightsRequest(ctx, { id: row.id, version: number }, "task-added", {
      taskKind: "system",
      taskName: "CRM",
    });
    return recordEvent(ctx, event(added, "started"));
  }

  it.each([
    ["campaign", "", "instructionOtherKind"],
    [null, "", "rights-request.instruction_missing"],
  ] as const)("does not begin under an instruction of kind %s, 28(3)(a)", async (kind, path, key) => {
    expect(await startUnder(kind)).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });
});
