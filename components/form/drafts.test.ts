import { expect, test } from "vitest";
import {
  dropDraft,
  discardSetAside,
  saveDraft,
  restoreDraft,
  readDraft,
  dismissDraft,
  type Draft,
} from "./drafts";

const NOW = Date.parse("2026-11-25T10:00:00Z");
const draft = (changes: Partial<Draft> = {}): Draft => ({
  owner: "salma",
  form: "transfers",
  savedAt: NOW,
  values: { transferReason: "écrit" },
  ...changes,
});

function storage(refuses = false) {
  const stored = new Map<string, string>();
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refuses) throw new Error("QuotaExceededError");
      stored.set(key, value);
    },
    removeItem: (key: string) => void stored.delete(key),
    kept: stored,
  };
}

test("a draft comes back to its own person, page and form", () => {
  const tab = storage();
  saveDraft(tab, "/a", draft());
  expect(readDraft(tab, "/a", draft(), NOW)?.values).toEqual({ transferReason: "écrit" });
  expect(readDraft(tab, "/b", draft(), NOW)).toBeUndefined();
  expect(readDraft(tab, "/a", draft({ owner: "karim" }), NOW)).toBeUndefined();
  expect(readDraft(tab, "/a", draft({ form: "security" }), NOW)).toBeUndefined();
});

test("another person's draft goes when theirs is kept", () => {
  const tab = storage();
  saveDraft(tab, "/a", draft());
  saveDraft(tab, "/a", draft({ owner: "karim" }));
  expect([...tab.kept.values()].join()).not.toContain("salma");
});

test("two forms of a page keep one draft each, the last written", () => {
  const tab = storage();
  saveDraft(tab, "/a", draft());
  saveDraft(tab, "/a", draft({ form: "security", values: {} }));
  saveDraft(tab, "/a", draft({ values: { transferReason: "mieux" } }));
  expect(readDraft(tab, "/a", draft(), NOW)?.values).toEqual({ transferReason: "mieux" });
  dropDraft(tab, "/a", "transfers");
  expect(readDraft(tab, "/a", draft(), NOW)).toBeUndefined();
  expect(readDraft(tab, "/a", draft({ form: "security" }), NOW)).toBeDefined();
  dropDraft(tab, "/a", "security");
  expect(tab.kept.size).toBe(0);
});

test("an old one, a full tab and a damaged one give nothing and break nothing", () => {
  const tab = storage();
  saveDraft(tab, "/a", draft());
  expect(readDraft(tab, "/a", draft(), NOW + 12 * 3_600_000)).toBeUndefined();
  tab.kept.set("amana.draft /a", "{");
  expect(readDraft(tab, "/a", draft(), NOW)).toBeUndefined();
  expect(() => saveDraft(storage(true), "/a", draft())).not.toThrow();
});

test("the draft of a form that is gone comes back by the sign-in that leads there, and by nothing else", () => {
  const tab = storage();
  const leave = () => (saveDraft(tab, "/a", draft()), dismissDraft(tab, "/a", "transfers"));
  leave();
  expect(readDraft(tab, "/a", draft(), NOW)).toBeUndefined();
  restoreDraft(tab, "/a");
  expect(readDraft(tab, "/a", draft(), NOW)?.values).toEqual({ transferReason: "écrit" });

  leave();
  restoreDraft(tab, "/b");
  restoreDraft(tab, "/a");
  expect(tab.kept.size).toBe(0);
  leave();
  discardSetAside();
  restoreDraft(tab, "/a");
  expect(tab.kept.size).toBe(0);
});

test("two forms of one page come back together", () => {
  const tab = storage();
  for (const form of ["transfers", "security"]) saveDraft(tab, "/a", draft({ form }));
  for (const form of ["transfers", "security"]) dismissDraft(tab, "/a", form);
  expect(tab.kept.size).toBe(0);
  restoreDraft(tab, "/a");
  expect(readDraft(tab, "/a", draft(), NOW)).toBeDefined();
  expect(readDraft(tab, "/a", draft({ form: "security" }), NOW)).toBeDefined();
});
