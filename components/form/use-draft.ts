"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/forms/form-state";
import {
  dropDraft,
  discardSetAside,
  identityOf,
  saveDraft,
  readDraft,
  dismissDraft,
  valuesOf,
  type Draft,
} from "./drafts";
import type { FormValues } from "./form-paths";
import { reconcileDraft, type Reconciled } from "./reconcile-draft";

const PAUSE_MS = 300;

type DraftKey = { path: string; owner: string; form: string };

/**
 * Stores typed values against ended sessions, reloads and crashes. Deletes them when the form is saved or the person
 * navigates away.
 */
export function useDraft(state: FormState) {
  const ref = useRef<HTMLFormElement>(null);
  const shelf = useRef<DraftKey>(undefined);
  const base = useRef<FormValues>({});
  const [draft, setDraft] = useState<Reconciled & Pick<Draft, "savedAt">>();
  const [generation, setGeneration] = useState(0);
  const begin = (found: typeof draft) => {
    setDraft(found);
    setGeneration((now) => now + 1);
  };

  useEffect(() => {
    shelf.current ??= draftKeyOf(ref.current);
    discardSetAside();
    if (!shelf.current || !ref.current) return;
    const stored = valuesOf(ref.current);
    base.current = stored;
    const found = readDraft(sessionStorage, shelf.current.path, shelf.current, Date.now());
    if (!found) return;
    const reconciled = reconcileDraft(found, stored);
    base.current = reconciled.base;
    begin({ ...reconciled, savedAt: found.savedAt });
    // Restores once, on mount: afterwards the form belongs to the person.
  }, []);
  useEffect(() => autosaveDraft(ref.current, shelf.current, base.current), [generation]);
  useDiscardOnSave(state, shelf);

  return {
    ref,
    /** Remounts the `<form>` when a draft is restored or dropped. */
    key: `draft-${generation}`,
    values: draft?.values,
    restored: draft && {
      savedAt: draft.savedAt,
      conflicts: draft.conflicts,
      forget: () => {
        discardDraft(shelf.current);
        begin(undefined);
      },
    },
  };
}

/** Null without a person: such pages ask for passwords, and no drafts are stored. */
function draftKeyOf(form: HTMLFormElement | null): DraftKey | undefined {
  const owner = document.querySelector<HTMLElement>("[data-draft-owner]")?.dataset.draftOwner;
  if (!form || !owner) return undefined;
  return { path: window.location.pathname, owner, form: identityOf(form) };
}

/** Stores the form after a pause and on page hide; returns a function that stops. */
function autosaveDraft(form: HTMLFormElement | null, shelf: DraftKey | undefined, base: FormValues) {
  if (!form || !shelf) return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    // Cancels the pending write, so that a saved form is not stored again.
    clearTimeout(timer);
    timer = undefined;
    const { path, ...of } = shelf;
    saveDraft(sessionStorage, path, { ...of, savedAt: Date.now(), values: valuesOf(form), base });
  };
  const touched = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE_MS);
  };
  const leave = () => timer && keep();
  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  form.addEventListener("submit", leave);
  window.addEventListener("pagehide", leave);
  return () => {
    clearTimeout(timer);
    form.removeEventListener("input", touched);
    form.removeEventListener("change", touched);
    form.removeEventListener("submit", leave);
    window.removeEventListener("pagehide", leave);
  };
}

/** Deletes the draft on "done" or unmount, unless sign-in replaced the page. */
function useDiscardOnSave(state: FormState, shelf: { current: DraftKey | undefined }) {
  useEffect(() => {
    if (state.status === "done") discardDraft(shelf.current);
  }, [state, shelf]);
  // Runs in the commit that changes the address: a page that is loaded right after it finds no draft.
  useLayoutEffect(() => {
    // Development runs effects twice, without an unmount.
    let isLasting = false;
    queueMicrotask(() => (isLasting = true));
    return () => {
      // The shelf that was found after this effect began.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      const { path, form } = shelf.current ?? {};
      if (isLasting && path && form) dismissDraft(sessionStorage, path, form);
    };
  }, [shelf]);
}

function discardDraft(shelf: DraftKey | undefined): void {
  if (shelf) dropDraft(sessionStorage, shelf.path, shelf.form);
}
