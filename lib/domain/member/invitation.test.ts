import { describe, expect, it, test } from "vitest";
import { invitationStatusFor, expiryFrom, stateOfInvitation, type InvitationStatus } from "./invitation";

const NOW = new Date("2026-11-25T10:00:00Z");
const BEFORE = new Date("2026-11-20T10:00:00Z");
const LATER = new Date("2026-11-25T10:00:00.001Z");

test.each([
  ["open until its last instant", { expiresAt: LATER, acceptedAt: null, withdrawnAt: null }, "open"],
  ["expired at it", { expiresAt: NOW, acceptedAt: null, withdrawnAt: null }, "expired"],
  [
    "accepted, whatever the clock says",
    { expiresAt: BEFORE, acceptedAt: BEFORE, withdrawnAt: null },
    "accepted",
  ],
  [
    "withdrawn, whatever the clock says",
    { expiresAt: BEFORE, acceptedAt: null, withdrawnAt: BEFORE },
    "withdrawn",
  ],
])("%s", (_name, facts, state) => {
  expect(stateOfInvitation(facts, NOW)).toBe(state);
});

test("an invitation holds seven days to the millisecond", () => {
  expect(expiryFrom(NOW).toISOString()).toBe("2026-12-02T10:00:00.000Z");
});

describe("doorOf", () => {
  const open = {
    state: "open",
    invited: "a@x.example",
    signedInAs: null,
    hasAccount: false,
    isMember: false,
  } as const;
  const CASES: [string, Parameters<typeof invitationStatusFor>[0], InvitationStatus][] = [
    ["nobody yet", open, "new-account"],
    ["an account, signed out", { ...open, hasAccount: true }, "sign-in"],
    ["signed in with the address", { ...open, hasAccount: true, signedInAs: "a@x.example" }, "accept"],
    ["signed in with another", { ...open, signedInAs: "b@x.example" }, "other-account"],
    [
      "another, although the invited one is a member",
      { ...open, signedInAs: "b@x.example", isMember: true },
      "other-account",
    ],
    ["a member already", { ...open, hasAccount: true, signedInAs: "a@x.example", isMember: true }, "member"],
    ["a member already, signed out", { ...open, hasAccount: true, isMember: true }, "member"],
    ["used", { ...open, state: "accepted", signedInAs: "b@x.example" }, "accepted"],
    ["too late", { ...open, state: "expired" }, "expired"],
    ["taken back", { ...open, state: "withdrawn" }, "withdrawn"],
  ];

  it.each(CASES)("%s", (_name, visit, status) => expect(invitationStatusFor(visit)).toBe(status));
});
