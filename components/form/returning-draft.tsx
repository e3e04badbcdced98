"use client";

import { useEffect } from "react";
import { restoreDraft } from "./drafts";

/** Restores the draft of the page to which sign-in leads. */
export function ReturningDraft({ next }: { next: string }) {
  useEffect(() => restoreDraft(sessionStorage, new URL(next, window.location.origin).pathname), [next]);
  return null;
}
