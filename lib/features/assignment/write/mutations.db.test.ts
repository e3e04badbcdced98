import { describe, expect, it } from "vitest";
import { taskLine } from "@/lib/domain/assignment/rows";
import { OBLIGATION_NOUNS, obligationKey } from "@/lib/domain/obligation/rules";
import type { Duty } from "@/lib/domain/obligation/types";
import { readAssignments } from "@/lib/features/assignment/read/lines";
import { assignmentSchema } from "@/lib/features/assignment/schema";
import { removeMember } from "@/lib/features/member/write/mutations";
import { endAbsence } from "@/lib/features/member/write/absence";
import { findAbsence } from "@/lib/features/member/read/absence";
import { readCurrentDuties } from "@/lib/features/obligation/read/current";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeAbsence, makeAssignment } from "@/prisma/factories/assignment";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { assignLine } from "./mutations";

const database = await openDatabase();

const found = () => makeOrganisation(database.ownerUrl);
const dutiesOf = ({ scope, now }: StaffCtx) =>
  readCurrentDuties(scope, { nouns: OBLIGATION_NOUNS, now, locale: "fr" });
const assign = (ctx: StaffCtx, line: string, changes: object) =>
  assignLine(ctx, assignmentSchema.parse({ line, seen: 0, act: "take", ...changes }));
const factsOf = ({ scope }: StaffCtx) =>
  withOrg(scope, (tx) => tx.assignmentFact.findMany({ orderBy: [{ line: "asc" }, { number: "asc" }] }));
const refusedFor = (key: string, path = "") => ({
  ok: false,
  refusal: { kind: "invalid", issues: [{ path, key }] },
});

/** Makes an organisation with an instruction to verify: a line of Today. */
async function withLine() {
  const owner = await found();
  const controller = await makeController(owner, { legalName: "Orvelle", email: "" });
  await makeInstruction(owner, { controllerId: controller.id, code: "ORV" });
  const duty = (await dutiesOf(owner)).find(
    (one) => one.doneAt === null && one.controller?.id === controller.id,
  );
  if (!duty) throw new Error("No duty is open.");
  return { owner, controller, duty, line: obligationKey(duty) };
}

const status = async (ctx: StaffCtx, duty: Duty) => {
  const book = await readAssignments(ctx, await dutiesOf(ctx));
  return { of: book.of(duty), isMine: book.filter("mine", ctx.actor.memberId)?.(duty) };
};

describe("assignLine", () => {
  it("gives a line with a day and a word, hands it on, back, and says each in the journal without the word", async () => {
    const { owner, duty, line } = await withLine();
    const member = await makeMember(owner, "editor");
    const day = "2099-01-01";
    const give = { act: "give", member: member.actor.memberId, untilOn: day, word: "secret-word" };
    valueOf(await assign(owner, line, give));
    expect(await status(member, duty)).toMatchObject({
      of: { state: "held", untilOn: day, word: "secret-word", isEnded: false },
      isMine: true,
    });
    expect((await status(owner, duty)).isMine).toBe(false);
    valueOf(await assign(member, line, { seen: 1, act: "give", member: owner.actor.memberId }));
    valueOf(await assign(owner, line, { seen: 2, act: "hand-back", word: "not mine" }));
    expect((await status(owner, duty)).of?.state).toBe("nobody");
    const texts = await withOrg(owner.scope, (tx) =>
      tx.journalText.findMany({ orderBy: { seq: "desc" }, take: 3 }),
    );
    const entries = texts.map(({ text }) => text ?? "");
    expect(entries.map((text) => (JSON.parse(text) as { event: string }).event)).toEqual([
      "assignment.handed-back",
      "assignment.handed-on",
      "assignment.given",
    ]);
    expect(entries.join()).not.toContain("secret-word");
  });

  it("lets one of two who take it at once have it, and tells the other in one sentence", async () => {
    const { owner, line } = await withLine();
    const [one, other] = [await makeMember(owner, "editor"), await makeMember(owner, "dpo")];
    const outcomes = await Promise.all([assign(one, line, {}), assign(other, line, {})]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const [refused] = outcomes.filter(({ ok }) => !ok);
    expect(["assignment.sameMoment", "assignment.meanwhile"]).toContain(
      refused && !refused.ok && refused.refusal.kind === "invalid" ? refused.refusal.issues[0]?.key : "",
    );
    expect(await factsOf(owner)).toHaveLength(1);
  });

  it("stands as nobody's once its member was removed", async () => {
    const { owner, duty, line } = await withLine();
    const member = await makeMember(owner, "editor");
    await makeAssignment(owner, line, { member: member.actor.memberId });
    valueOf(await removeMember(owner, { id: member.actor.memberId, reason: "" }));
    const { of } = await status(owner, duty);
    expect(of).toMatchObject({ state: "left", member: { name: member.actor.name } });
    const book = await readAssignments(owner, await dutiesOf(owner));
    expect(book.filter("nobody", "")?.(duty)).toBe(true);
    expect(await assign(owner, line, { seen: 1, act: "give", member: member.actor.memberId })).toMatchObject(
      refusedFor("assignment.notMember", "member"),
    );
    valueOf(await assign(owner, line, { seen: 1 }));
  });

  it("ends no duty by a person's word", async () => {
    const { owner, duty, line } = await withLine();
    await makeAssignment(owner, line);
    expect(await assign(owner, line, { seen: 1, act: "finish" })).toMatchObject(
      refusedFor("assignment.byFactAlone"),
    );
    expect((await dutiesOf(owner)).some((one) => obligationKey(one) === line && one.doneAt === null)).toBe(
      true,
    );
    expect(duty.doneAt).toBeNull();
  });

  it("makes a task of a row, which a member's word alone ends", async () => {
    const { owner, controller } = await withLine();
    const line = taskLine("controller", controller.id);
    await makeAssignment(owner, line);
    const taskOf = async () => (await dutiesOf(owner)).find((one) => obligationKey(one) === line);
    expect(await taskOf()).toMatchObject({
      doneAt: null,
      subject: { reference: "Orvelle" },
      path: `/controllers/${controller.id}`,
    });
    const later = { ...owner, now: new Date(owner.now.getTime() + 1000) };
    valueOf(await assign(later, line, { seen: 1, act: "finish" }));
    expect(await taskOf()).toMatchObject({ doneAt: later.now.getTime(), ending: "met" });
  });

  it("refuses a viewer, a line that is gone, a day that is over, and whoever only reads", async () => {
    const { owner, line } = await withLine();
    const viewer = await makeMember(owner, "viewer");
    expect(await assign(viewer, line, {})).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await assign(owner, "contract.notice gone", {})).toMatchObject(refusedFor("assignment.gone"));
    expect(await assign(owner, line, { untilOn: "2020-01-01" })).toMatchObject(
      refusedFor("assignment.past", "untilOn"),
    );
    expect(await assign(owner, line, { act: "give", member: viewer.actor.memberId })).toMatchObject(
      refusedFor("assignment.readsOnly", "member"),
    );
  });

  it("is unknown to another organisation", async () => {
    const [{ owner, controller, line }, stranger] = [await withLine(), await found()];
    await makeAssignment(owner, line);
    const row = taskLine("controller", controller.id);
    expect(await assign(stranger, row, {})).toMatchObject(refusedFor("assignment.gone"));
    expect(await assign(stranger, line, {})).toMatchObject(refusedFor("assignment.gone"));
    expect(await factsOf(stranger)).toEqual([]);
  });
});

describe("setAbsence", () => {
  it("shows the lines of who is away to the substitute, until it is taken back", async () => {
    const { owner, duty, line } = await withLine();
    await makeAssignment(owner, line);
    const substitute = await makeAbsence(owner);
    const shown = await status(substitute, duty);
    expect(shown).toMatchObject({
      of: { state: "away", substitute: { id: substitute.actor.memberId } },
      isMine: true,
    });
    const { memberId: id } = owner.actor;
    const absence = await withOrg(owner.scope, (tx) => findAbsence(tx, id));
    const later = { ...owner, now: new Date(owner.now.getTime() + 1000) };
    expect(await endAbsence(substitute, { id, seen: absence?.id ?? "" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    valueOf(await endAbsence(later, { id, seen: absence?.id ?? "" }));
    expect((await status(substitute, duty)).isMine).toBe(false);
    expect(await endAbsence(later, { id, seen: absence?.id ?? "" })).toMatchObject(
      refusedFor("member.absenceMeanwhile"),
    );
  });
});
