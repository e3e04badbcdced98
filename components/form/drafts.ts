import { formValues } from "@/lib/forms/form-values";
import type { FormValues } from "./form-paths";

/** What was written into one form and not saved, kept by the browser's tab alone. */
export type Draft = {
  /** Whose it is: nobody else who signs in here is shown it. */
  owner: string;
  /** Which form of the page: its fields and what its hidden ones name. */
  form: string;
  savedAt: number;
  values: FormValues;
};

type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

/** As long as a session lasts at most; after that nobody comes back to it. */
const KEEP_MS = 12 * 3_600_000;
const PREFIX = "amana.draft ";
// These change with every save, or with a file that is sent: a form is the same one under another version.
const PASSING = new Set(["version", "base", "email"]);
const SECRET =
  '[type="password"], [type="file"], [autocomplete="one-time-code"], [autocomplete$="-password"]';

/** The draft of this form by this person, if it is not too old. */
export function readDraft(storage: Storage, path: string, of: { owner: string; form: string }, now: number) {
  return readAll(storage, path).find(
    (draft) => draft.owner === of.owner && draft.form === of.form && now - draft.savedAt < KEEP_MS,
  );
}

/** Keeps one draft per form; another person's go. Full or forbidden storage keeps nothing, and the page works on. */
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

// Drafts whose form has just gone, in memory alone. Most were saved or left; whether sign-in took the form's place is
// known only when the next page comes.
let aside: { path: string; draft: Draft }[] = [];

/** For a form that is gone: its draft is no longer found, unless sign-in puts it back. */
export function setAside(storage: Storage, path: string, form: string): void {
  const gone = readAll(storage, path).filter((draft) => draft.form === form);
  aside = [...aside.filter((other) => other.path === path), ...gone.map((draft) => ({ path, draft }))];
  dropDraft(storage, path, form);
}

/** For sign-in, which leads back to this path: what was written there was neither saved nor left. */
export function restoreDraft(storage: Storage, path: string): void {
  for (const { draft } of aside.filter((other) => other.path === path)) saveDraft(storage, path, draft);
  discardSetAside();
}

/** For the next form: whatever went before it was saved or left. */
export function discardSetAside(): void {
  aside = [];
}

/** What a form holds now, without what must not be kept: passwords, codes, files. */
export function valuesOf(form: HTMLFormElement): FormValues {
  const data = new FormData(form);
  for (const control of form.querySelectorAll<HTMLInputElement>(SECRET)) data.delete(control.name);
  return formValues(data);
}

/** What tells one form of a page from another, and this record's from the next one's. Rows come and go: they do not count. */
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
    // No room, or storage is forbidden: what is on the page stays on the page.
  }
}
