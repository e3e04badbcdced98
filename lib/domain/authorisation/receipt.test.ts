import { describe, expect, it } from "vitest";
import { isReceipt, receiptOf } from "./receipt";

const fact = (authorKind: string, day: string, letterId: string | null = null) => ({
  event: "receive" as const,
  authorKind,
  letterId,
  at: new Date(`2026-11-${day}T09:00:00Z`),
  source: authorKind,
});
const RELAY = fact("system", "02");
const SERVER = fact("system", "03", "letter");
const PORTAL = fact("controller-contact", "04");
const WORD = fact("staff", "05");

describe("isReceipt", () => {
  it("is the server's report, the portal or a word, and never our relay's acceptance", () => {
    expect([RELAY, SERVER, PORTAL, WORD].map(isReceipt)).toEqual([false, true, true, true]);
    expect(isReceipt({ ...WORD, event: "approve" })).toBe(false);
  });
});

describe("receiptOf", () => {
  it.each([
    ["nothing", [], null],
    ["acceptance by our relay alone", [RELAY], null],
    ["a report of the recipient's server", [RELAY, SERVER], "server"],
    ["an opening in the portal", [RELAY, PORTAL], "portal"],
    ["a person's word", [RELAY, WORD], "word"],
    ["several, by the earliest, in whatever order they were written down", [WORD, PORTAL, SERVER], "server"],
  ] as const)("from %s", (_, facts, source) => {
    expect(receiptOf(facts)?.source ?? null).toBe(source);
  });
});
