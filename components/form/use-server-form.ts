"use client";

import { startTransition, useActionState, useMemo, type FormEvent } from "react";
import { useForm, type Resolver } from "react-hook-form";
import type { z } from "zod";
import type { FieldError } from "@/components/ui/error-summary";
import { issuesOf } from "@/lib/forms/form-issues";
import type { FormState } from "@/lib/forms/form-state";
import { formValues } from "@/lib/forms/form-values";
import type { Issue } from "@/lib/domain/outcome/outcome";
import { errorAt, fieldErrors, listErrors, type SentForm } from "./field-errors";
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
 * at what the controls hold, read as the server reads it. The whole form is one value to react-hook-form, its `FormData`:
 * a copy of each value by name would put the first of several controls of one name into the others.
 * Nothing typed is lost: a refusal leaves the page as it is or, without JavaScript, gives the values back by `field`;
 * a lost session or a reload gives them back by `draft`.
 */
export function useServerForm({ action, schema, initial, labelOf, say }: Options) {
  const [state, dispatch, pending] = useActionState(action, useFirstState());
  const { wordsOf, labelled } = useIssueWords(labelOf, say);
  const errorsOf = ({ issues, values }: Refusal) => fieldErrors(issuesByPath(issues, values), wordsOf);
  const resolver: Resolver<SentForm> = (sent) => {
    const refusal = refusalOf(sent.form, schema);
    return refusal ? { values: {}, errors: errorsOf(refusal) } : { values: sent, errors: {} };
  };
  const errorsAnswered = useAnswered(state, errorsOf);
  const { handleSubmit, setValue, formState } = useForm<SentForm>({
    resolver,
    errors: errorsAnswered,
    shouldFocusError: false,
  });
  const draft = useDraft(state);
  const typed = "values" in state ? state.values : draft.values;

  const send = (form: FormData) => startTransition(() => dispatch(nameSubmission(form, state)));
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setValue("form", new FormData(event.currentTarget, submitterOf(event)));
    void handleSubmit(({ form }) => send(form))();
  };
  const valueOf = (path: string): unknown => (typed ? valueAt(typed, path) : valueAt(initial, path));
  const errorOf = (path: string) => errorAt(formState.errors, path);
  const choice = (name: string) => ({ name, error: errorOf(name) });

  // What was typed before the page was lost and stands in the form again.
  const restored = state.status === "idle" ? draft.restored : undefined;
  const errors = useStable(
    listErrors(formState.errors).map(({ path, reason }) => labelled(path, reason)),
    formState.errors,
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

type Refusal = { issues: Issue[]; values: FormValues };
type Errors = ReturnType<typeof fieldErrors>;

/** Why the server would refuse what stands in the form; null where the schema has nothing against it. */
function refusalOf(form: FormData, schema: z.ZodType): Refusal | null {
  const values = formValues(form);
  const read = schema.safeParse(values);
  if (!read.success) return { issues: issuesOf(read.error), values };
  return isTooLong(form) ? { issues: TOO_LONG, values } : null;
}

/** Errors of the last answer of the server, a new object for each answer; undefined where it refused nothing. */
function useAnswered(state: FormState, errorsOf: (refusal: Refusal) => Errors): Errors | undefined {
  const written = JSON.stringify(state.status === "refused" ? errorsOf(state) : {});
  return useMemo(
    () => (state.status === "refused" ? (JSON.parse(written) as Errors) : undefined),
    [written, state],
  );
}

/** One list for one refusal: the summary takes the focus when the list changes, and only then. */
function useStable(errors: FieldError[], refusal: Errors): FieldError[] {
  const written = JSON.stringify(errors);
  return useMemo(
    () => (Object.keys(refusal).length > 0 ? (JSON.parse(written) as FieldError[]) : []),
    [written, refusal],
  );
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
