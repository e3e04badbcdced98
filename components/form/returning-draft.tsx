"use client";

import { useEffect } from "react";
import { restoreDraft } from "./drafts";

/** For the page of sign-in, which leads to `next`: the form whose place it took is found there as it was. */
export function ReturningDraft({ next }: { next: string }) {
  useEffect(() => restoreDraft(sessionStorage, new URL(next, window.location.origin).pathname), [next]);
  return null;
}
