import { formValues } from "@/lib/forms/form-values";
import type { FormValues } from "./form-paths";

/** Unsaved values of one form, in the tab's session storage alone. */
export type Draft = {
  /** Owner: nobody else who signs in here is shown it. */
  owner: string;
  /** Fingerprint of the form's field names and hidden values. */
  form: string;
  savedAt: number;
  values: FormValues;
  /** Values that the form held before anything was typed; absent in drafts of earlier versions. */
  base?: FormValues;
};

type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

/** Milliseconds, equal to the longest session. */
const DRAFT_MS = 12 * 3_600_000;
const PREFIX = "amana.draft ";
// Hidden fields that change with each save: they do not identify a form.
const PASSING = new Set(["version", "base", "email"]);
const SECRET =
  '[type="password"], [type="file"], [autocomplete="one-time-code"], [autocomplete$="-password"]';

export function readDraft(storage: Storage, path: string, of: { owner: string; form: string }, now: number) {
  return readAll(storage, path).find(
    (draft) => draft.owner === of.owner && draft.form === of.form && now - draft.savedAt < DRAFT_MS,
  );
}

/** Stores one draft per form and deletes those of other people. Full or forbidden storage is ignored. */
export function saveDraft(storage: Storage, path: string, draft: Draft): void {
  const others = readAll(storage, path).filter(
    ({ owner, form }) => owner === draft.owner && form !== draft.form,
  );
  write(storage, path, [...others, draft]);
}

export function dropDraft(storage: Storage, path: string, form: string): void {
  const all = readAll(storage, path);
  if (all.length > 0)
    write(
      storage,
      path,
      all.filter((draft) => draft.form !== form),
    );
}

// Drafts of forms just unmounted, in memory. The next page decides: only sign-in restores them.
let aside: { path: string; draft: Draft }[] = [];

/** Removes the draft of an unmounted form; only sign-in restores it. */
export function dismissDraft(storage: Storage, path: string, form: string): void {
  const gone = readAll(storage, path).filter((draft) => draft.form === form);
  aside = [...aside.filter((other) => other.path === path), ...gone.map((draft) => ({ path, draft }))];
  dropDraft(storage, path, form);
}

/** Restores the draft for the page to which sign-in returns. */
export function restoreDraft(storage: Storage, path: string): void {
  for (const { draft } of aside.filter((other) => other.path === path)) saveDraft(storage, path, draft);
  discardSetAside();
}

/** Discards drafts of forms that were saved or left. */
export function discardSetAside(): void {
  aside = [];
}

/** Excludes passwords, codes and files. */
export function valuesOf(form: HTMLFormElement): FormValues {
  const data = new FormData(form);
  for (const control of form.querySelectorAll<HTMLInputElement>(SECRET)) data.delete(control.name);
  return formValues(data);
}

/** Identifies a form by its fields and hidden values; repeated rows are ignored, because they vary. */
export function identityOf(form: HTMLFormElement): string {
  const controls = [...form.elements].filter((control) => isNamed(control));
  const hidden = controls.filter(({ type, name }) => type === "hidden" && !PASSING.has(name));
  const shown = controls.flatMap(({ type, name }) => (type === "hidden" || name.includes(".") ? [] : [name]));
  return JSON.stringify([hidden.map(({ name, value }) => [name, value]), [...new Set(shown)].sort()]);
}

function isNamed(control: Element): control is HTMLInputElement {
  return "name" in control && "type" in control && !!control.name && !String(control.name).startsWith("$");
}

function readAll(storage: Storage, path: string): Draft[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(PREFIX + path) ?? "[]");
    return Array.isArray(stored) ? (stored as Draft[]) : [];
  } catch {
    return [];
  }
}

function write(storage: Storage, path: string, drafts: Draft[]): void {
  try {
    if (drafts.length === 0) storage.removeItem(PREFIX + path);
    else storage.setItem(PREFIX + path, JSON.stringify(drafts));
  } catch {
    // Ignores full or forbidden storage: the values remain on the page.
  }
}
