"use client";

import { useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/forms/form-state";
import {
  dropDraft,
  discardSetAside,
  identityOf,
  saveDraft,
  readDraft,
  setAside,
  valuesOf,
  type Draft,
} from "./drafts";

const PAUSE_MS = 300;

/** Where a form's draft is kept: the page, the person, the form of that page. */
type DraftKey = { path: string; owner: string; form: string };

/**
 * What is typed survives the page: a session that ended, a reload, a browser that crashed and reopened its tabs. Kept
 * a moment after each touch; forgotten once the form is saved, or left of one's own will for another page.
 */
export function useDraft(state: FormState) {
  const ref = useRef<HTMLFormElement>(null);
  const shelf = useRef<DraftKey>(undefined);
  const [draft, setDraft] = useState<Draft>();
  const [generation, setGeneration] = useState(0);
  const begin = (found: Draft | undefined) => {
    setDraft(found);
    setGeneration((now) => now + 1);
  };

  useEffect(() => {
    shelf.current ??= draftKeyOf(ref.current);
    discardSetAside();
    if (!shelf.current) return;
    const found = readDraft(sessionStorage, shelf.current.path, shelf.current, Date.now());
    if (found) begin(found);
    // Once, when the page has come: afterwards the form is the person's.
  }, []);
  useEffect(() => autosaveDraft(ref.current, shelf.current), [generation]);
  useForgetting(state, shelf);

  return {
    ref,
    /** For the `<form>`: it begins anew when a draft comes back or is let go. */
    key: `draft-${generation}`,
    values: draft?.values,
    /** When what stands in the form was typed, and how to let it go. */
    restored: draft && {
      savedAt: draft.savedAt,
      forget: () => {
        discardDraft(shelf.current);
        begin(undefined);
      },
    },
  };
}

/** A shell that names no person keeps no drafts: its forms ask for passwords. */
function draftKeyOf(form: HTMLFormElement | null): DraftKey | undefined {
  const owner = document.querySelector<HTMLElement>("[data-draft-owner]")?.dataset.draftOwner;
  if (!form || !owner) return undefined;
  return { path: window.location.pathname, owner, form: identityOf(form) };
}

/** Keeps the form a moment after it was touched, and at once when the page goes. Returns how to stop. */
function autosaveDraft(form: HTMLFormElement | null, shelf: DraftKey | undefined) {
  if (!form || !shelf) return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    // Also when the page goes before the pause is over: nothing is kept once the form was saved and forgotten.
    clearTimeout(timer);
    timer = undefined;
    const { path, ...of } = shelf;
    saveDraft(sessionStorage, path, { ...of, savedAt: Date.now(), values: valuesOf(form) });
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

/** A form that says "done" is saved; one that is gone was saved or left, unless it was sign-in that took its place. */
function useForgetting(state: FormState, shelf: { current: DraftKey | undefined }) {
  useEffect(() => {
    if (state.status === "done") discardDraft(shelf.current);
  }, [state, shelf]);
  useEffect(() => {
    // Development runs effects twice: a page that is still there was not left.
    let isLasting = false;
    queueMicrotask(() => (isLasting = true));
    return () => {
      // The shelf that was found after this effect began.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      const { path, form } = shelf.current ?? {};
      if (isLasting && path && form) setAside(sessionStorage, path, form);
    };
  }, [shelf]);
}

function discardDraft(shelf: DraftKey | undefined): void {
  if (shelf) dropDraft(sessionStorage, shelf.path, shelf.form);
}
