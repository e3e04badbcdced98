"use client";

import { useState } from "react";
import { IDLE, type FormState } from "@/lib/forms/form-state";
import { newSubmissionKey } from "./submission-key";

/** Gives a form its own key, so that a repeated sending acts once. */
export function useFirstState(): FormState {
  const [first] = useState(() => ({ ...IDLE, submission: newSubmissionKey() }));
  return first;
}

/**
 * Names each sending: an action queued behind another receives that one's answer, and a button pressed twice would send
 * two keys.
 */
export function nameSubmission(form: FormData, { submission }: FormState): FormData {
  if (submission) form.set("$submission", submission);
  return form;
}
