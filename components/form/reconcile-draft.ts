import type { Draft } from "./drafts";
import type { FormValues } from "./form-paths";
import { plain } from "./three-way-merge";

/** Fields that tell which row and which version of it a form is about: always the page's own. */
const ABOUT_ROW: ReadonlySet<string> = new Set(["version", "base"]);

/** Field that a draft and a newer row both changed: what it was, what was typed, what is stored now. */
export type DraftConflict = { name: string; base: string; yours: string; theirs: string };

export type Reconciled = {
  values: FormValues;
  /** Values from which the person's next changes are told. */
  base: FormValues;
  conflicts: readonly DraftConflict[];
};

/**
 * Puts a draft beside the row as it is now. Of the version that was read it comes back whole. Over a newer one only what
 * the person alone changed comes back: what somebody else saved stays, and both texts are handed to the reader. A form
 * that sends its own base has a conflict of its own once it is saved.
 */
export function reconcileDraft(draft: Draft, stored: FormValues): Reconciled {
  const { values, base } = draft;
  const isNewer = plain(values.version) !== plain(stored.version);
  if (!isNewer || "base" in stored) return { values, base: base ?? stored, conflicts: [] };
  const merged: FormValues = {};
  const conflicts: DraftConflict[] = [];
  for (const name of new Set([...Object.keys(stored), ...Object.keys(values)])) {
    const [was, yours, theirs] = [base?.[name], values[name], stored[name]].map(plain);
    const isTyped = base === undefined ? yours !== theirs : yours !== was;
    const isTheirs = base === undefined || theirs !== was;
    merged[name] = isTyped && !isTheirs && !ABOUT_ROW.has(name) ? values[name] : stored[name];
    if (isTyped && isTheirs && yours !== theirs && !ABOUT_ROW.has(name))
      conflicts.push({
        name,
        base: shown(base?.[name]),
        yours: shown(values[name]),
        theirs: shown(stored[name]),
      });
  }
  return { values: merged, base: stored, conflicts };
}

function shown(value: unknown): string {
  return plain(value)
    .replaceAll("\u0000", ", ")
    .replaceAll(/[\u0001\u0002]/g, " ");
}
