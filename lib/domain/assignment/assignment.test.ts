import { describe, expect, it } from "vitest";
import { type Duty, instantOfDay } from "@/lib/domain/obligation/types";
import { type Absence, decideAbsence, type Member, presentFor, type Staff } from "./absence";
import {
  type AssignmentFact,
  belongsTo,
  decideAssignment,
  isEndedBy,
  assignmentStatusOf,
} from "./assignment";
import { AssignmentBook, type LastFact } from "./book";
import { rowOfTask, taskLine } from "./rows";

const ROW = "0190a000-0000-7000-8000-000000000001";
const TODAY = "2026-12-02";
const AT = Date.parse("2026-12-02T10:00:00Z");

const member = (id: string, changes: Partial<Member> = {}): Member => ({
  id,
  name: `Member ${id}`,
  role: "editor",
  isEnded: false,
  ...changes,
});
const staffOf = (members: Member[], absences: Record<string, Absence> = {}): Staff => ({
  members: new Map(members.map((one) => [one.id, one])),
  absences: new Map(Object.entries(absences)),
  today: TODAY,
});
const fact = (changes: Partial<AssignmentFact> = {}): AssignmentFact => ({
  line: `contract.notice ${ROW}`,
  number: 1,
  act: "given",
  memberId: "a",
  memberName: "Member a",
  untilOn: "",
  word: "",
  label: "C-001",
  recordedAt: AT,
  authorName: "Owner",
  ...changes,
});
const away = (substituteId: string | null): Absence => ({
  fromOn: "2026-12-01",
  untilOn: "2026-12-09",
  substituteId,
});

describe("assignmentStatusOf", () => {
  it("shows the line of a member who left as left, which is nobody's", () => {
    const status = assignmentStatusOf(fact(), staffOf([member("a", { isEnded: true })]));
    expect(status).toMatchObject({ state: "left", member: { id: "a" } });
    expect(belongsTo("nobody", "x")(status)).toBe(true);
    expect(belongsTo("mine", "a")(status)).toBe(false);
  });

  it("shows the line of who is away to whoever stands in, and to the member", () => {
    const status = assignmentStatusOf(fact(), staffOf([member("a"), member("b")], { a: away("b") }));
    expect(status).toMatchObject({ state: "away", substitute: { id: "b" }, awayUntil: "2026-12-09" });
    expect(["a", "b", "c"].map((id) => belongsTo("mine", id)(status))).toEqual([true, true, false]);
  });

  it("is nobody's once it was handed back", () => {
    expect(
      assignmentStatusOf(fact({ act: "handed-back", memberId: null }), staffOf([member("a")])).state,
    ).toBe("nobody");
  });
});

describe("presentFor", () => {
  it("asks the substitute of a substitute who is away too, each once", () => {
    const members = [member("a"), member("b"), member("c")];
    expect(presentFor("a", staffOf(members, { a: away("b"), b: away("c") }))?.substitute?.id).toBe("c");
    expect(presentFor("a", staffOf(members, { a: away("b"), b: away("a") }))?.substitute).toBeNull();
    const gone = [member("a"), member("b", { isEnded: true })];
    expect(presentFor("a", staffOf(gone, { a: away("b") }))?.substitute).toBeNull();
  });

  it("knows nobody away before the first day, after the last, or once it is taken back", () => {
    const members = [member("a"), member("b")];
    const on = (today: string, absence = away("b")) =>
      presentFor("a", { ...staffOf(members, { a: absence }), today });
    expect(on("2026-11-30")).toBeNull();
    expect(on("2026-12-01")).not.toBeNull();
    expect(on("2026-12-09")).not.toBeNull();
    expect(on("2026-12-10")).toBeNull();
    expect(on(TODAY, { fromOn: "", untilOn: "", substituteId: null })).toBeNull();
  });
});

describe("decideAbsence", () => {
  it.each([
    [{ fromOn: "2026-12-09", untilOn: "2026-12-08" }, member("b"), "untilOn", "member.absenceOrder"],
    [{ fromOn: "2026-11-01", untilOn: "2026-11-08" }, member("b"), "untilOn", "member.absenceOver"],
    [{ fromOn: TODAY, untilOn: TODAY }, undefined, "substitute", "member.substituteGone"],
    [{ fromOn: TODAY, untilOn: TODAY }, member("a"), "substitute", "member.substituteSelf"],
    [
      { fromOn: TODAY, untilOn: TODAY },
      member("b", { role: "viewer" }),
      "substitute",
      "member.substituteReads",
    ],
  ])("refuses %j beside its field", (days, substitute, path, key) => {
    const refused = decideAbsence(days, { memberId: "a", substitute, today: TODAY });
    expect(refused).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });
});

describe("decideAssignment", () => {
  const staff = staffOf([member("a"), member("b"), member("v", { role: "viewer" })]);
  const decide = (last: AssignmentFact | null, asking: Partial<Parameters<typeof decideAssignment>[2]>) =>
    decideAssignment(last, last && assignmentStatusOf(last, staff), {
      act: "give",
      seen: last?.number ?? 0,
      by: { id: "b", isSteward: false },
      to: staff.members.get("b"),
      isTask: false,
      ...asking,
    });

  it.each([
    [null, { act: "take" as const }, "taken"],
    [null, {}, "given"],
    [fact(), {}, "handed-on"],
    [fact(), { act: "hand-back" as const, by: { id: "a", isSteward: false } }, "handed-back"],
    [fact(), { act: "hand-back" as const, by: { id: "b", isSteward: true } }, "handed-back"],
    [fact(), { act: "finish" as const, isTask: true }, "done"],
  ])("makes an act of %j and %j", (last, asking, act) => {
    expect(decide(last, asking)).toMatchObject({ ok: true, value: { act } });
  });

  it.each([
    [fact({ number: 2 }), { seen: 1 }, "", "assignment.meanwhile"],
    [fact(), { act: "take" as const }, "", "assignment.alreadyHeld"],
    [null, { to: undefined }, "member", "assignment.notMember"],
    [null, { to: staff.members.get("v") }, "member", "assignment.readsOnly"],
    [null, { act: "hand-back" as const }, "", "assignment.nobodyHas"],
    [fact(), { act: "hand-back" as const }, "", "assignment.notYours"],
    [fact(), { act: "finish" as const }, "", "assignment.byFactAlone"],
  ])("refuses %j and %j with one sentence", (last, asking, path, key) => {
    expect(decide(last, asking)).toMatchObject({ ok: false, refusal: { issues: [{ path, key }] } });
  });
});

describe("AssignmentBook", () => {
  const staff = staffOf([member("a")]);
  const last = (changes: Partial<LastFact> = {}): LastFact => ({
    ...fact(),
    reviewedOn: null,
    rowChangedAt: null,
    ...changes,
  });
  const line = (changes: Partial<Duty> = {}) => ({
    kind: "contract.notice" as const,
    subject: { id: ROW, reference: "C-001" },
    part: "",
    doneAt: null,
    changedAt: 0,
    ...changes,
  });

  it("ends an assignment by the fact of its duty, and leaves next year's line of the same key to nobody", () => {
    const done = line({ doneAt: AT + 1, changedAt: AT + 1 });
    const book = new AssignmentBook([last()], staff, [done, line()]);
    expect(book.of(done)).toMatchObject({ isEnded: true, member: { id: "a" } });
    expect(book.of(line())).toBeNull();
    expect(book.filter("nobody", "a")?.(line())).toBe(true);
  });

  it("keeps an assignment that is younger than the fact", () => {
    const done = line({ doneAt: AT - 1, changedAt: AT - 1 });
    const book = new AssignmentBook([last()], staff, [done, line()]);
    expect(book.of(done)).toBeNull();
    expect(book.of(line())).toMatchObject({ isEnded: false, state: "held" });
  });

  it("reads of a fact that has a day alone by the change of its row whether it came after", () => {
    const morning = instantOfDay(TODAY);
    expect(isEndedBy(fact(), { doneAt: morning, changedAt: AT + 60_000 })).toBe(true);
    expect(isEndedBy(fact(), { doneAt: morning, changedAt: AT - 60_000 })).toBe(false);
  });

  it("narrows reviews of entries by who has them", () => {
    const review = last({ line: `record.review ${ROW}` });
    const book = new AssignmentBook([review], staff, []);
    expect(book.reviews("", "a")).toBeNull();
    expect(book.reviews("mine", "a")?.due).toEqual({ ids: [ROW], isExcluded: false });
    expect(book.reviews("mine", "b")?.due.ids).toEqual([]);
    expect(book.reviews("nobody", "b")?.due).toEqual({ ids: [ROW], isExcluded: true });
    const reviewed = new AssignmentBook(
      [{ ...review, reviewedOn: "2026-12-03", rowChangedAt: AT + 86_400_000 }],
      staff,
      [],
    );
    expect(reviewed.reviews("mine", "a")).toMatchObject({ due: { ids: [] }, reviewed: { ids: [ROW] } });
  });
});

it("reads the row of a task's line, and of no other", () => {
  expect(rowOfTask(taskLine("contract", ROW))).toEqual({ noun: "contract", id: ROW });
  expect(rowOfTask(`contract.notice ${ROW}`)).toBeNull();
  expect(rowOfTask(`assignment.task ${ROW} member`)).toBeNull();
  expect(rowOfTask("assignment.task x contract")).toBeNull();
});
