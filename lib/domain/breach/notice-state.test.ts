import { expect, it } from "vitest";
import { noticeStatusOf, proofsOfNotice, type NoticeProof } from "./notice-state";

const ISSUED = 1000;
const notice = { id: "n2", issuedAt: ISSUED };
const proof = (kind: NoticeProof["kind"], at: number, noticeId: string | null) => ({ kind, at, noticeId });

it.each([
  ["a call before it was issued", [proof("call-made", ISSUED - 1, null)], "not-sent"],
  ["a call after it was issued", [proof("call-made", ISSUED + 1, null)], "informed"],
  ["a reading of another notice", [proof("read-in-portal", ISSUED + 1, "n1")], "not-sent"],
  ["an opening from an unproven address", [proof("read-unproven", ISSUED + 1, "n2")], "read-unproven"],
  [
    "a receipt from an unproven address",
    [proof("read-unproven", ISSUED + 1, "n2"), proof("acknowledged-unproven", ISSUED + 2, "n2")],
    "acknowledged-unproven",
  ],
  [
    "an unproven receipt beside an accepted letter",
    [proof("acknowledged-unproven", ISSUED + 1, "n2"), proof("delivered", ISSUED + 2, "n2")],
    "informed",
  ],
  ["its letter, which waits", [proof("call-made", 1, null), proof("queued", ISSUED, "n2")], "queued"],
] as const)("of %s", (_, proofs, expected) => {
  expect(noticeStatusOf("issued", proofsOfNotice(proofs, notice))).toBe(expected);
});
