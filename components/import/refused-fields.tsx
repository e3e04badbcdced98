"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext, type ReactNode } from "react";
import { valueAt } from "@/components/form/form-paths";
import type { FormState } from "@/lib/forms/form-state";
import type { Issue } from "@/lib/domain/outcome/outcome";

type Refused = { issues: readonly Issue[]; values?: Record<string, unknown> };

const RefusedContext = createContext<Refused>({ issues: [] });

/** Provides a form's refusals, and the values it was sent with, to the fields within it. */
export function RefusedFields({ state, children }: { state: FormState; children: ReactNode }) {
  const refused =
    state.status === "refused" ? { issues: state.issues, values: state.values } : { issues: [] };
  return <RefusedContext value={refused}>{children}</RefusedContext>;
}

/** The text that a field of a refused form held, by its path. */
export function useTyped(): (path: string) => string | undefined {
  const { values } = useContext(RefusedContext);
  return (path) => {
    const typed = valueAt(values, path);
    return typeof typed === "string" ? typed : undefined;
  };
}

/** The answer that a refused form gave to a question, by its key: questions that were answered meanwhile stand elsewhere. */
export function useTypedAnswer(): (key: string) => string | undefined {
  const { values } = useContext(RefusedContext);
  return (key) => {
    const at = placeOf(values, key, "questions", "key");
    const answer = at === null ? undefined : valueAt(values, `questions.${at}.answer`);
    return typeof answer === "string" && answer !== "" ? answer : undefined;
  };
}

/** Finds what a refused form put a spelling under, and why that was refused, by the spelling: names may stand elsewhere since. */
export function useTypedJoin(): (spelling: string) => { to?: string; error?: string } {
  const { values } = useContext(RefusedContext);
  const words = useRefusedWords();
  return (spelling) => {
    const at = placeOf(values, spelling, "joins", "name");
    if (at === null) return {};
    const to = valueAt(values, `joins.${at}.to`);
    return { to: typeof to === "string" ? to : undefined, error: words(`joins.${at}.to`) };
  };
}

/** Place of the row of a refused form that names itself so; null where it has none. */
function placeOf(
  values: Refused["values"],
  name: string,
  list: "questions" | "joins",
  field: "key" | "name",
): number | null {
  for (let at = 0; valueAt(values, `${list}.${at}.${field}`) !== undefined; at += 1)
    if (valueAt(values, `${list}.${at}.${field}`) === name) return at;
  return null;
}

export function useRefusedWords(): (path: string) => string | undefined {
  const t = useTranslations("import-page");
  const { issues } = useContext(RefusedContext);
  return (path) => {
    const issue = issues.find((one) => one.path === path);
    return issue && t.has(`errors.${issue.key}`) ? t(`errors.${issue.key}`, issue.params) : undefined;
  };
}
