import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { EVENT_OF } from "@/lib/domain/authorisation/choices";
import { DECISION_OUTCOMES } from "@/lib/domain/call-script/approval";
import { effectOf, PORTAL_ACTS } from "@/lib/domain/access/portal-acts";
import { ACTS, can } from "@/lib/domain/nouns/policy";

const signatory: Actor = {
  kind: "controller-contact",
  contactId: "cc",
  personId: "p",
  orgId: "o",
  controllerId: "c",
  role: "signatory",
  name: "Claire",
};

it("says of every act of the portal that is no reading what it does", () => {
  const acts = ACTS.filter((act) => can(signatory, act) && !act.endsWith(".read"));
  expect(Object.keys(PORTAL_ACTS).sort()).toEqual(acts.sort());
});

it("knows each outcome that a decision can have", () => {
  expect(Object.keys(PORTAL_ACTS["authorisation.decide"]).sort()).toEqual(
    [...new Set(Object.values(EVENT_OF))].sort(),
  );
  expect(Object.keys(PORTAL_ACTS["call-script.decide"]).sort()).toEqual([...DECISION_OUTCOMES].sort());
});

it("holds back what it does not know", () => {
  expect(effectOf("instruction.answer", "something-new")).toBe("gives");
  expect(effectOf("instruction.answer", "withdraw")).toBe("takes");
});
