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
  /** Bound to its organisation: `bindAction(saveController, org)`. */
  action: FormAction;
  schema: z.ZodType;
  /** Initial values by dotted name; those of a refused form replace them. */
  initial?: FormValues;
  /** Name of a control in the summary; without one the reason is shown alone. */
  labelOf?: (path: string) => string | undefined;
  /** Words for keys outside form.json; undefined falls back to it. */
  describeIssue?: (issue: Issue) => string | undefined;
  /** Begins the ids of controls where a page has several forms with fields of one name; without it an id is its name. */
  idPrefix?: string;
};

/**
 * Works before hydration: `action` is React's own, and with JavaScript the same schema checks first. The whole form is
 * one react-hook-form value, its `FormData`, because copies by name would mix controls of one name. A refusal returns
 * typed values by `field`; a lost session or a reload by `draft`.
 */
export function useServerForm({ action, schema, initial, labelOf, describeIssue, idPrefix }: Options) {
  const [state, dispatch, pending] = useActionState(action, useFirstState());
  const { wordsOf, labelled } = useIssueWords(labelOf, describeIssue);
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
  const idOf = (name: string) => (idPrefix && name ? `${idPrefix}-${name}` : undefined);
  const choice = (name: string) => {
    const id = idOf(name);
    return { name, error: errorOf(name), ...(id && { id }) };
  };

  const restored = state.status === "idle" ? named(draft.restored, labelOf) : undefined;
  const errors = useStable(
    listErrors(formState.errors).map(({ path, reason }) => {
      const { field, text } = labelled(path, reason);
      return { field: idOf(field) ?? field, text };
    }),
    formState.errors,
  );

  return {
    state,
    pending,
    /** Sends values that no control holds: the outcome of a conflict. */
    send,
    /** Spread on the `<form>`, beside its `key`. */
    props: { action: dispatch, onSubmit, noValidate: true, ref: draft.ref },
    key: draft.key,
    notice: { state, errors, restored },
    /** For ticks and radios, which hold their own choice. */
    choice,
    /** For other controls: name, initial value and refusal. */
    field: (name: string) => ({ ...choice(name), defaultValue: textOf(valueOf(name)) }),
    /** Value at a path: the refused one, else the initial one. */
    valueOf,
    errorOf,
    errors,
  };
}

type Restored = NonNullable<ReturnType<typeof useDraft>["restored"]>;

/** Names each field that a draft and a newer row changed both; one without a label is called by its name. */
function named(restored: Restored | undefined, labelOf: Options["labelOf"]) {
  return (
    restored && {
      ...restored,
      conflicts: restored.conflicts.map((conflict) => ({
        ...conflict,
        label: labelOf?.(conflict.name) ?? conflict.name,
      })),
    }
  );
}

type Refusal = { issues: Issue[]; values: FormValues };
type Errors = ReturnType<typeof fieldErrors>;

/** Null where the schema accepts the form. */
function refusalOf(form: FormData, schema: z.ZodType): Refusal | null {
  const values = formValues(form);
  const read = schema.safeParse(values);
  if (!read.success) return { issues: issuesOf(read.error), values };
  return isTooLong(form) ? { issues: TOO_LONG, values } : null;
}

/** Returns a new object for each answer of the server; undefined where it refused nothing. */
function useAnswered(state: FormState, errorsOf: (refusal: Refusal) => Errors): Errors | undefined {
  const written = JSON.stringify(state.status === "refused" ? errorsOf(state) : {});
  return useMemo(
    () => (state.status === "refused" ? (JSON.parse(written) as Errors) : undefined),
    [written, state],
  );
}

/** Returns one array per refusal: the summary takes the focus whenever it changes. */
function useStable(errors: FieldError[], refusal: Errors): FieldError[] {
  const written = JSON.stringify(errors);
  return useMemo(
    () => (Object.keys(refusal).length > 0 ? (JSON.parse(written) as FieldError[]) : []),
    [written, refusal],
  );
}

/** Bytes, below the server's limit, since field names are sent too. */
const MAX_TYPED_BYTES = 1_900_000;
const TOO_LONG: Issue[] = [{ path: "", key: "formTooLong" }];

function isTooLong(form: FormData): boolean {
  const texts = [...form.values()].map((value) => (typeof value === "string" ? value : ""));
  return new Blob(texts).size > MAX_TYPED_BYTES;
}

/** Reads the pressed button, whose name selects the act. */
function submitterOf({ nativeEvent }: FormEvent): HTMLElement | null {
  return nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
