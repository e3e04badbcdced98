import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { ROLES } from "@/lib/domain/access/actor";
import { decideMembership, isLastOwner, type MemberFact, type MembershipAct } from "./membership";

const ANNA: MemberFact = { id: "anna", role: "owner" };
const BASMA: MemberFact = { id: "basma", role: "owner" };
const DRISS: MemberFact = { id: "driss", role: "dpo" };
const VERA: MemberFact = { id: "vera", role: "viewer" };

/** "done", the kind of a refusal, or the reason of one. */
function answer(members: readonly MemberFact[], act: MembershipAct): string {
  const outcome = decideMembership(members, act);
  if (outcome.ok) return "done";
  const { refusal } = outcome;
  return refusal.kind === "invalid" ? refusal.issues[0]!.key : refusal.kind;
}

const one = [ANNA, DRISS, VERA];
const two = [ANNA, BASMA, DRISS, VERA];

const CASES: [string, readonly MemberFact[], MembershipAct, string][] = [
  [
    "an owner makes another",
    one,
    { kind: "change-role", by: "anna", member: "driss", role: "owner" },
    "done",
  ],
  [
    "the last owner steps down",
    one,
    { kind: "change-role", by: "anna", member: "anna", role: "dpo" },
    "member.lastOwner",
  ],
  ["one of two steps down", two, { kind: "change-role", by: "anna", member: "anna", role: "dpo" }, "done"],
  [
    "the last owner stays one",
    one,
    { kind: "change-role", by: "anna", member: "anna", role: "owner" },
    "done",
  ],
  [
    "one of two demotes the other",
    two,
    { kind: "change-role", by: "anna", member: "basma", role: "viewer" },
    "done",
  ],
  [
    "a DPO changes nothing",
    two,
    { kind: "change-role", by: "driss", member: "vera", role: "editor" },
    "forbidden",
  ],
  ["a viewer removes nobody", two, { kind: "remove", by: "vera", member: "driss" }, "forbidden"],
  ["an owner removes a viewer", one, { kind: "remove", by: "anna", member: "vera" }, "done"],
  ["an owner removes the other", two, { kind: "remove", by: "basma", member: "anna" }, "done"],
  ["removing oneself is leaving", two, { kind: "remove", by: "anna", member: "anna" }, "member.removeSelf"],
  ["whoever is gone already", one, { kind: "remove", by: "anna", member: "basma" }, "not-found"],
  ["whoever has left asks for nothing", one, { kind: "remove", by: "basma", member: "vera" }, "forbidden"],
  ["the last owner leaves", one, { kind: "leave", by: "anna" }, "member.lastOwner"],
  ["alone, too", [ANNA], { kind: "leave", by: "anna" }, "member.lastOwner"],
  ["one of two leaves", two, { kind: "leave", by: "basma" }, "done"],
  ["a viewer leaves", one, { kind: "leave", by: "vera" }, "done"],
];

test.each(CASES)("%s", (_name, members, act, expected) => {
  expect(answer(members, act)).toBe(expected);
});

describe("isLastOwner", () => {
  it("is true of one member at most", () => {
    expect(one.filter(({ id }) => isLastOwner(one, id))).toEqual([ANNA]);
    expect(two.filter(({ id }) => isLastOwner(two, id))).toEqual([]);
  });
});

describe("whatever is asked, in whatever order", () => {
  const ids = fc.constantFrom("m0", "m1", "m2", "m3", "m4", "gone");
  const role = fc.constantFrom(...ROLES);
  const act: fc.Arbitrary<MembershipAct> = fc.oneof(
    fc.record({ kind: fc.constant("change-role" as const), by: ids, member: ids, role }),
    fc.record({ kind: fc.constant("remove" as const), by: ids, member: ids }),
    fc.record({ kind: fc.constant("leave" as const), by: ids }),
  );
  const beginning = fc
    .array(role, { maxLength: 4 })
    .map((roles): MemberFact[] =>
      ["owner" as const, ...roles].map((held, n) => ({ id: `m${n}`, role: held })),
    );

  it("an organisation keeps an owner, and only its members have done anything", () => {
    fc.assert(
      fc.property(beginning, fc.array(act, { maxLength: 30 }), (members, acts) => {
        let now = members;
        for (const each of acts) {
          const outcome = decideMembership(now, each);
          if (!outcome.ok) continue;
          expect(now.map(({ id }) => id)).toContain(each.by);
          now = outcome.value;
          expect(now.filter((member) => member.role === "owner").length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("an act changes one member at most", () => {
    fc.assert(
      fc.property(beginning, act, (members, asked) => {
        const outcome = decideMembership(members, asked);
        if (!outcome.ok) return;
        const same = outcome.value.filter((after) => members.includes(after));
        expect(same.length).toBeGreaterThanOrEqual(members.length - 1);
      }),
    );
  });
});
