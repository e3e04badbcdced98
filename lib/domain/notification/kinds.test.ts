import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/actor";
import { JOURNAL_EVENTS } from "@/lib/domain/nouns/events";
import { eventsOfKinds, kindOfEvent, NOTIFICATION_KIND_NAMES, readableKinds } from "./kinds";

const staff = (role: Role) =>
  ({ kind: "staff", personId: "p", memberId: "m", orgId: "o", role, name: "Salma" }) as const;

describe("kinds of notifications", () => {
  it("are of events that the journal knows, each of one kind", () => {
    const events = eventsOfKinds(NOTIFICATION_KIND_NAMES);
    expect(new Set(events).size).toBe(events.length);
    for (const event of events) expect(JOURNAL_EVENTS).toHaveProperty([event]);
  });

  it("are given back by each of their events, and by no other", () => {
    for (const kind of NOTIFICATION_KIND_NAMES)
      for (const event of eventsOfKinds([kind])) expect(kindOfEvent(event)).toBe(kind);
    expect(kindOfEvent("journal.sealed")).toBeNull();
  });

  it("tell a role nothing of rows that it may not read", () => {
    expect(readableKinds(staff("owner"))).toEqual(NOTIFICATION_KIND_NAMES);
    const viewer = readableKinds(staff("viewer"));
    expect(viewer).toContain("breach");
    expect(viewer).not.toContain("letter");
    expect(viewer).not.toContain("proof");
  });
});
