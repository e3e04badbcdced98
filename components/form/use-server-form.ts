"use client";

import { startTransition, useActionState, useMemo, useState, type FormEvent } from "react";
import type { z } from "zod";
import type { FieldError } from "@/components/ui/error-summary";
import { issuesOf } from "@/lib/domain/form-issues";
import type { FormState } from "@/lib/domain/form-state";
import { formValues } from "@/lib/domain/form-values";
import type { Issue } from "@/lib/domain/outcome";
import { issuesByPath, valueAt, type FormValues } from "./form-paths";
import { useDraft } from "./use-draft";
import { useIssueWords } from "./use-issue-words";
import { nameSubmission, useFirstState } from "./use-submission";

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

type Options = {
  /** A server action bound to its organisation: `bindAction(saveController, org)`. */
  action: FormAction;
  /** The action's own schema, or the part of it that stands in the form. */
  schema: z.ZodType;
  /** What the form begins with, by dotted name; what a refused form said takes its place. */
  initial?: FormValues;
  /** Name of a control for the summary; without one the reason stands alone. */
  labelOf?: (path: string) => string | undefined;
  /** Words for keys that form.json does not hold; undefined leaves them to it. */
  say?: (issue: Issue) => string | undefined;
};

/**
 * A form that works before its script does: `action` is React's own, and with JavaScript the same schema looks first,
 * at what the controls hold, read as the server reads it. No value is kept beside the controls: a second copy by name
 * would put the first of several controls of one name into the others.
 * Nothing typed is lost: a refusal leaves the page as it is or, without JavaScript, gives the values back by `field`;
 * a lost session or a reload gives them back by `draft`.
 */
export function useServerForm({ action, schema, initial, labelOf, say }: Options) {
  const [state, dispatch, pending] = useActionState(action, useFirstState());
  const [refusal, refuse] = useRefusal(state);
  const { wordsOf, lineOf } = useIssueWords(labelOf, say);
  const issues = issuesByPath(refusal?.issues ?? [], refusal?.values ?? {});
  const draft = useDraft(state);
  const typed = "values" in state ? state.values : draft.values;

  const send = (form: FormData) => startTransition(() => dispatch(nameSubmission(form, state)));
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget, submitterOf(event));
    const values = formValues(form);
    const read = schema.safeParse(values);
    if (!read.success) refuse({ issues: issuesOf(read.error), values, after: state });
    else if (isTooLong(form)) refuse({ issues: TOO_LONG, values, after: state });
    else send(form);
  };
  const valueOf = (path: string): unknown => (typed ? valueAt(typed, path) : valueAt(initial, path));
  const errorOf = (path: string) => {
    const issue = issues.get(path);
    return issue && wordsOf(issue);
  };
  const choice = (name: string) => ({ name, error: errorOf(name) });

  // What was typed before the page was lost and stands in the form again.
  const restored = state.status === "idle" ? draft.restored : undefined;
  const errors = useStable(
    [...issues].map(([path, issue]) => lineOf(path, issue)),
    refusal,
  );

  return {
    state,
    pending,
    /** Sends what no control of the page holds: the outcome of a conflict. */
    send,
    /** For the `<form>`, beside its `key`. */
    props: { action: dispatch, onSubmit, noValidate: true, ref: draft.ref },
    key: draft.key,
    /** For the notice over a form that gives back what was typed. */
    notice: { state, errors, restored },
    /** For ticks and radios, which say by themselves what is chosen. */
    choice,
    /** For any other control: its name, what it says, why it was refused. */
    field: (name: string) => ({ ...choice(name), defaultValue: textOf(valueOf(name)) }),
    /** What stands at a path: typed and refused, else what the form began with. */
    valueOf,
    errorOf,
    errors,
  };
}

type Refusal = { issues: Issue[]; values: FormValues; after: FormState };

/** The later of the two: what the browser found, or what the server answered since. */
function useRefusal(state: FormState): [Refusal | undefined, (refusal: Refusal) => void] {
  const [found, setFound] = useState<Refusal>();
  const answered = useMemo(
    () =>
      state.status === "refused" ? { issues: state.issues, values: state.values, after: state } : undefined,
    [state],
  );
  return [found?.after === state ? found : answered, setFound];
}

/** The same list for the same refusal: the summary takes the focus when the list changes, and only then. */
function useStable(errors: FieldError[], refusal: Refusal | undefined): FieldError[] {
  const written = JSON.stringify(errors);
  return useMemo(() => (refusal ? (JSON.parse(written) as FieldError[]) : []), [written, refusal]);
}

/** Somewhat less than the server takes, since every field travels with its name. */
const MAX_TYPED_BYTES = 1_900_000;
const TOO_LONG: Issue[] = [{ path: "", key: "formTooLong" }];

function isTooLong(form: FormData): boolean {
  const texts = [...form.values()].map((value) => (typeof value === "string" ? value : ""));
  return new Blob(texts).size > MAX_TYPED_BYTES;
}

/** A button with a name says which act was meant. */
function submitterOf({ nativeEvent }: FormEvent): HTMLElement | null {
  return nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
