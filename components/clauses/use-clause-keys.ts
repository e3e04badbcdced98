"use client";

import type { KeyboardEvent } from "react";
import { CLAUSE_ANSWERS } from "@/lib/domain/contract/content";

/**
 * Keys 1 to 4, pressed on an answer, give the clause that answer and go to the next clause; after the last, to the form's
 * first button. Returns the listener of an element around the clauses.
 */
export function useClauseKeys() {
  return (event: KeyboardEvent<HTMLElement>) => {
    const answer = CLAUSE_ANSWERS[Number(event.key) - 1];
    const { target } = event;
    const isOnAnswer = target instanceof HTMLInputElement && target.type === "radio";
    if (!answer || !isOnAnswer || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const answers = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=radio]")];
    // A press of the mouse does the same: drafts and validation hear of it.
    answers.find(({ name, value }) => name === target.name && value === answer)?.click();
    const later = answers.slice(answers.findLastIndex(({ name }) => name === target.name) + 1);
    const next = later.find(({ name, checked }) => name === later[0]?.name && checked) ?? later[0];
    (next ?? target.form?.querySelector<HTMLElement>(".form-end button"))?.focus();
  };
}
