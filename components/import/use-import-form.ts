"use client";

import { useRouter } from "next/navigation";
import { startTransition, useActionState, useEffect, type FormEvent } from "react";
import { useFirstState } from "@/components/form/use-submission";
import type { FormState } from "@/lib/forms/form-state";

export type ImportAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * A form of ticks and lists whose page may be long: sent as it stands, so that React does not reset it when it comes
 * back refused. When the register changed since, the page is read again, so that the new check is on the screen.
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

/** True when what was on the screen is no longer what would be written. */
export function isOutdated(state: FormState): boolean {
  return state.status === "refused" && state.issues.some(({ key }) => key === "planChanged");
}
