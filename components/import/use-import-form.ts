"use client";

import { useRouter } from "next/navigation";
import { startTransition, useActionState, useEffect, type FormEvent } from "react";
import { useFirstState } from "@/components/form/use-submission";
import type { FormState } from "@/lib/forms/form-state";

export type ImportAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * Submits ticks and lists unchanged, so that React does not reset a refused form. Refreshes the page when the register
 * changed since.
 */
export function useImportForm(action: ImportAction) {
  const [state, dispatch, pending] = useActionState(action, useFirstState());
  const router = useRouter();
  useEffect(() => {
    if (isOutdated(state)) router.refresh();
  }, [state, router]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => dispatch(form));
  };
  return { state, pending, props: { action: dispatch, onSubmit } };
}

/** Refusals after which the page shows what stands: another plan, or a run that somebody has ended. */
const OUTDATED = new Set(["planChanged", "runCommitted", "runAbandoned"]);

/** True when the stored plan, or the run itself, differs from the displayed one. */
export function isOutdated(state: FormState): boolean {
  return state.status === "refused" && state.issues.some(({ key }) => OUTDATED.has(key));
}
