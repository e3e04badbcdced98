import { describe, expect, it } from "vitest";
import { canonicalText, type JsonObject } from "./canonical";
import { readEntry, stampEvent, type JournalText } from "./event";
import { JOURNAL_EVENTS, SUBJECT_NOUNS, type EventName } from "@/lib/domain/nouns/events";

const now = new Date("2026-11-24T12:00:00.000Z");
const actor = { kind: "staff", id: "m-1", name: "Nadia" } as const;
const updated = stampEvent(
  {
    event: "controller.updated",
    subject: { noun: "controller", id: "c-1", label: "Voltéo SAS" },
    before: { legalName: "Voltéo" },
    after: { legalName: "Voltéo SAS" },
  },
  actor,
  now,
);

describe("stampEvent", () => {
  // Changes of this text would change the format of entries, which is permanent.
  it("makes the entry that is hashed", () => {
    expect(canonicalText(updated)).toBe(
      '{"actor":{"id":"m-1","kind":"staff","name":"Nadia"},"after":{"legalName":"Voltéo SAS"},' +
        '"at":"2026-11-24T12:00:00.000Z","before":{"legalName":"Voltéo"},"event":"controller.updated",' +
        '"subject":{"id":"c-1","label":"Voltéo SAS","noun":"controller"},"v":1}',
    );
  });

  it("leaves out a secret that a verb forgot", () => {
    const entry = stampEvent(
      {
        event: "account.created",
        subject: { noun: "account", id: "p-1" },
        after: { email: "n@a.ma", passwordHash: "$argon2id$" },
      },
      actor,
      now,
    );
    expect(entry.after).toEqual({ email: "n@a.ma" });
  });

  it("adds no empty change", () => {
    const entry = stampEvent(
      { event: "password.changed", subject: { noun: "account", id: "p-1" } },
      actor,
      now,
    );
    expect(Object.keys(entry).sort()).toEqual(["actor", "at", "event", "subject", "v"]);
  });
});

describe("readEntry", () => {
  const changed = (change: JsonObject) => canonicalText({ ...updated, ...change });

  it("gives back what was stamped", () => {
    expect(readEntry(canonicalText(updated))).toEqual(updated);
  });

  it("takes a sign-in by nobody known", () => {
    const text = canonicalText({
      v: 1,
      event: "sign-in.failed",
      at: now.toISOString(),
      actor: { kind: "person", id: null },
      subject: { noun: "account", id: null },
      after: { address: "192.0.2.1" },
    });
    expect(readEntry(text)?.event).toBe("sign-in.failed");
  });

  it.each<[string, string]>([
    ["another version", changed({ v: 2 })],
    ["an unknown event", changed({ event: "controller.deleted" })],
    ["an unknown actor", changed({ actor: { kind: "ghost", id: "g" } })],
    ["an event about another noun", changed({ subject: { noun: "member", id: "c-1" } })],
    ["an instant without milliseconds", changed({ at: "2026-11-24T12:00:00Z" })],
    ["an instant off UTC", changed({ at: "2026-11-24T12:00:00.000+01:00" })],
    ["something more", changed({ extra: true })],
    ["no JSON", "{"],
    ["no object", "null"],
  ])("refuses %s", (_, text) => expect(readEntry(text)).toBeNull());

  it("reads every event there is, and a refusal about any noun", () => {
    for (const event of Object.keys(JOURNAL_EVENTS) as EventName[]) {
      const nouns = JOURNAL_EVENTS[event] === "any" ? SUBJECT_NOUNS : [JOURNAL_EVENTS[event]];
      for (const noun of nouns) {
        expect(readEntry(changed({ event, subject: { noun, id: "x" } }))?.event).toBe(
          event satisfies JournalText["event"],
        );
      }
    }
  });
});
