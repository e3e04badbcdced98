"use client";

import { useState } from "react";
import { IDLE, type FormState } from "@/lib/forms/form-state";
import { newSubmissionKey } from "./submission-key";

/** Initial state of a form with a key of its own: a submission sent twice is done once. */
export function useFirstState(): FormState {
  const [first] = useState(() => ({ ...IDLE, submission: newSubmissionKey() }));
  return first;
}

/**
 * Names the sending of what a page shows. An action that waits for the one before it is given that one's answer, with
 * the next key: a button pressed twice would send two.
 */
export function nameSubmission(form: FormData, { submission }: FormState): FormData {
  if (submission) form.set("$submission", submission);
  return form;
}
