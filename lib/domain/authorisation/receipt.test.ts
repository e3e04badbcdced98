import { describe, expect, it } from "vitest";
import { firstOpening, isAsRead, isReceipt, receiptOf } from "./receipt";

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

describe("firstOpening", () => {
  const opening = (day: string) => ({
    at: new Date(`2026-11-${day}T09:00:00Z`),
    name: "Claire Vasseur",
    personId: null,
    address: "",
  });
  const sent = { state: "notified", sentAt: new Date("2026-11-02T09:00:00Z"), receivedAt: null } as const;

  it("is the first since a request was sent, where nothing earlier shows its receipt", () => {
    const openings = [opening("05"), opening("01"), opening("03")];
    expect(firstOpening(sent, openings)).toEqual(opening("03"));
    expect(firstOpening({ ...sent, receivedAt: opening("03").at }, openings)).toBeNull();
    expect(firstOpening({ ...sent, receivedAt: opening("04").at }, openings)).toEqual(opening("03"));
    expect(firstOpening({ ...sent, sentAt: null }, openings)).toBeNull();
    expect(firstOpening({ ...sent, state: "approved" }, openings)).toBeNull();
  });
});

describe("isAsRead", () => {
  const of = (...events: ("submit" | "receive" | "approve")[]) => ({
    version: events.length + 1,
    facts: events.map((event, index) => ({ event, version: index + 2 })),
  });

  it("is true after receipts, and false after anything else", () => {
    expect(isAsRead(of("submit"), 2)).toBe(true);
    expect(isAsRead(of("submit", "receive", "receive"), 2)).toBe(true);
    expect(isAsRead(of("submit", "receive"), 3)).toBe(true);
    expect(isAsRead(of("submit", "receive", "approve"), 2)).toBe(false);
    expect(isAsRead(of("submit", "receive"), 1)).toBe(false);
  });
});
