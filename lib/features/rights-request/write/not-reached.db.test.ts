import { describe, expect, it } from "vitest";
import { required } from "@/lib/domain/invariant/required";
import { planRightsRequest } from "@/lib/domain/obligation/plan-rights-request";
import { findRelayed } from "@/lib/features/portal-rights-request/read/queries";
import { rightsAnswerSchema } from "@/lib/features/portal-rights-request/schema";
import { answerRequest } from "@/lib/features/portal-rights-request/write/mutations";
import { requestJson, requestSheet } from "@/lib/features/rights-request/print/request-sheet";
import { idsOf, judgeRequests } from "@/lib/features/rights-request/read/timeliness";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import { requestEventSchema } from "@/lib/features/rights-request/schema";
import { composeLetter } from "@/lib/i18n/letter";
import { LOCALES } from "@/lib/i18n/locale";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { makeContact } from "@/prisma/factories/contact";
import { makeAccepted } from "@/prisma/factories/instruction";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { recordEvent } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const REASON = "Deux courriers sont revenus, non réclamés";
const TRIED = { triedBy: "controller", tried: ["post", "telephone"], notReachedReason: REASON };
const NO_ADDRESS = { tried: ["no-address"] };
type Row = { id: string; version: number };

const read = async (id: string) =>
  required((await withOrg(ctx.scope, (tx) => findClockedRequests(tx, { id })))[0], "request");

function record(of: StaffCtx, { id, version }: Row, stated: object = TRIED) {
  const typed = { id, version, kind: "not-reached", on: "2026-01-07", time: "09:00", ...stated };
  return recordEvent(of, requestEventSchema.parse(typed));
}

async function relayed(stated: object = {}) {
  const { id: controllerId } = await makeController(ctx, { country: "FR", language: "en" });
  const row = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "", ...stated });
  return { controllerId, row: await stepRightsRequest(ctx, row, "relayed", { means: "telephone" }) };
}

async function ordered(stated: object = {}, decision = "execute-and-answer") {
  const { controllerId, row } = await relayed(stated);
  const { id: basis } = await makeAccepted(ctx, { controllerId, kind: "rights-request" });
  return { controllerId, row: await stepRightsRequest(ctx, row, "instructed", { decision, basis }) };
}

describe("a person who could not be reached", () => {
  it("is neither answered nor closed: the state stays, and no answer is owed any more", async () => {
    const { row } = await relayed();
    expect(await record(ctx, row)).toMatchObject({ ok: true });
    const of = await read(row.id);
    expect(of.file).toMatchObject({ state: "relayed", answered: null, closedAt: null });
    expect(of.file.notReached).toMatchObject({ value: TRIED, at: Date.parse("2026-01-07T08:00:00Z") });
    const answer = planRightsRequest(of).find(({ kind }) => kind === "rights-request.answer");
    expect(answer).toMatchObject({ ending: "not-reached", doneAt: of.file.notReached?.at });
    const judged = await withOrg(ctx.scope, (tx) => judgeRequests(tx, ctx.now.getTime()));
    expect(idsOf(judged, "not-reached")).toContain(row.id);
    expect(idsOf(judged, "answer-unknown")).not.toContain(row.id);
  });

  it("gives its place to an answer that is recorded later, and stays among the facts", async () => {
    const { row } = await relayed();
    await record(ctx, row);
    const stated = { answeredBy: "controller", answerMeans: "in-person", answer: "action-taken" };
    const next = await stepRightsRequest(ctx, { id: row.id, version: row.version + 1 }, "answered", {
      on: "2026-01-08",
      ...stated,
    });
    const { file, facts } = await read(row.id);
    expect([file.notReached, file.answered?.value.answerMeans]).toEqual([null, "in-person"]);
    expect(facts.map(({ kind }) => kind)).toContain("not-reached");
    expect(await record(ctx, next)).toMatchObject({
      refusal: { issues: [{ path: "kind", key: "rights-request.answeredAlready" }] },
    });
  });

  it("is for writers to record", async () => {
    const { row } = await relayed();
    expect(await record(as(ctx, "editor"), (await relayed()).row)).toMatchObject({ ok: true });
    expect(await record(as(ctx, "viewer"), row)).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  it("is of one's own organisation, and of a request that was passed on", async () => {
    const { row, controllerId } = await relayed();
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await record(foreign, row)).toMatchObject({ refusal: { kind: "not-found" } });
    const received = await makeRightsRequest(ctx, { controllerId, rights: "access", contact: "" });
    expect(await record(ctx, received)).toMatchObject({
      refusal: { issues: [{ path: "kind", key: "rights-request.notFromHere" }] },
    });
  });

  it.each<[string, object, object, string, string]>([
    ["without any attempt", {}, { tried: [] }, "tried", "required"],
    ["without a reason", {}, { notReachedReason: "revenu" }, "notReachedReason", "notReachedReason"],
  ])("is refused %s", async (_, __, stated, path, message) => {
    const { row } = await relayed();
    const typed = { id: row.id, version: row.version, kind: "not-reached", on: "2026-01-07", time: "09:00" };
    const parsed = requestEventSchema.safeParse({ ...typed, ...TRIED, ...stated });
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
      [path, expect.stringContaining(message)],
    ]);
  });

  it.each<[string, object, object, string, string]>([
    ["by us, without an instruction to answer", {}, { triedBy: "processor" }, "triedBy", "notAskedToAnswer"],
    [
      "for want of an address that was given",
      { contact: "a@b.example" },
      NO_ADDRESS,
      "tried",
      "addressGiven",
    ],
    [
      "in words that name the person",
      { contact: "a@b.example" },
      { notReachedReason: "Rien ne parvient à a@b.example" },
      "notReachedReason",
      "reasonNamesPerson",
    ],
    ["by a letter that never left", {}, { tried: ["letter"] }, "tried", "notOurLetter"],
  ])("is refused %s", async (_, made, stated, path, key) => {
    const { row } = await relayed(made);
    expect(await record(ctx, row, { ...TRIED, ...stated })).toMatchObject({
      refusal: { issues: [{ path, key: `rights-request.${key}` }] },
    });
  });

  it("is one who left no address at all", async () => {
    const { row } = await relayed();
    expect(await record(ctx, row, { ...TRIED, ...NO_ADDRESS })).toMatchObject({ ok: true });
  });

  it("is tried by our letter once it came back, and not while it waits", async () => {
    const { row } = await ordered({ contact: "revenue@b.example" });
    const stated = { answeredBy: "processor", answerMeans: "letter", answer: "action-taken", words: "Fait." };
    const sent = await stepRightsRequest(ctx, row, "answered", stated);
    const ours = { ...TRIED, triedBy: "processor", tried: ["letter"] };
    expect(await record(ctx, sent, ours)).toMatchObject({
      refusal: { issues: [{ path: "tried", key: "rights-request.letterWaits" }] },
    });
    const { facts } = await read(row.id);
    const letterIds = facts.flatMap(({ value }) => value.letterIds ?? []);
    const move = (state: string, acceptedAt: Date | null) =>
      withOrg(ctx.scope, (tx) =>
        tx.outboxMail.updateMany({ where: { id: { in: letterIds } }, data: { state, acceptedAt } }),
      );
    await move("bounced", null);
    expect(await record(ctx, sent, ours)).toMatchObject({ ok: true });
    expect((await read(row.id)).file).toMatchObject({ answered: null, notReached: { value: ours } });
    // Proves to have left, whatever was recorded after it.
    await move("accepted", new Date("2026-01-06T10:00:00Z"));
    expect((await read(row.id)).file).toMatchObject({ notReached: null, answered: { kind: "answered" } });
  });
});

describe("its controller", () => {
  it("is told by letter in its language where we were to answer, and not where it tried itself", async () => {
    const { row } = await ordered();
    await record(ctx, row, { ...TRIED, triedBy: "processor" });
    const { file } = await read(row.id);
    const [letterId] = file.notReached?.value.tellingIds ?? [];
    const letter = await withOrg(ctx.scope, (tx) =>
      tx.outboxMail.findUniqueOrThrow({ where: { id: letterId } }),
    );
    expect(letter).toMatchObject({ template: "rights-request-not-reached", locale: "en" });
    // Values are strings, as they were queued.
    const params = letter.params as Record<string, string>;
    expect(params).toMatchObject({ tried: "post, telephone", reason: REASON });
    for (const locale of LOCALES) {
      const of = { template: letter.template, locale, params, secrets: {}, organisation: null };
      const { subject, paragraphs, closing } = await composeLetter(of);
      const text = [subject, ...paragraphs, closing].join(" ");
      expect(text).toContain(row.reference);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
    expect(planRightsRequest(await read(row.id)).map(({ kind }) => kind)).toContain(
      "rights-request.tell-not-reached",
    );
    const own = await ordered({}, "execute");
    await record(ctx, own.row);
    expect((await read(own.row.id)).file.notReachedTold).toBeNull();
  });

  it("reads it in its portal, with what was tried and why it failed, and may answer after all", async () => {
    const { row, controllerId } = await relayed();
    const signatory = await makeContact(ctx, { controllerId });
    await record(ctx, row);
    const seen = () => withOrg(signatory.scope, (tx) => findRelayed(tx, { id: row.id }));
    expect(await seen()).toMatchObject([{ file: { answered: null, notReached: { value: TRIED } } }]);
    const answer = rightsAnswerSchema.parse({
      id: row.id,
      version: row.version + 1,
      answer: "answered",
      answeredOn: "2026-01-08",
      answeredTime: "10:00",
      means: "e-mail",
      told: "action-taken",
    });
    expect(await answerRequest(signatory, answer)).toMatchObject({ ok: true });
    expect(await seen()).toMatchObject([{ file: { answered: {}, notReached: null } }]);
  });
});

describe("what leaves", () => {
  it.each(LOCALES)("says so in %s, in words and in codes", async (locale) => {
    const { row } = await relayed();
    await record(ctx, row);
    const found = await withOrg(ctx.scope, (tx) => findClockedRequests(tx, { id: row.id }));
    const { heads, rows } = await requestSheet(found, locale, ctx.now.getTime());
    const cells = rows[0] ?? [];
    expect(cells).toHaveLength(heads.length);
    expect(cells).toContain("2026-01-07 09:00 +01:00");
    expect(cells.join(" ")).not.toMatch(/not-reached|in-person|undefined|rights-request\./);
    expect(JSON.parse(requestJson(found, ctx.now.getTime()))).toMatchObject({
      requests: [{ timeliness: expect.arrayContaining(["not-reached"]) }],
    });
  });
});
