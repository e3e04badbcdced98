"use client";

import { ConflictPanel } from "./conflict";
import { mergeTexts } from "./three-way-merge";
import { toFormData, type FormValues } from "./form-paths";
import type { useFlatForm } from "./use-flat-form";

type FlatConflictProps = {
  form: ReturnType<typeof useFlatForm>;
  subject: string;
  /** Every field of the form with its name in words, in the order of the page. */
  labels: Readonly<Record<string, string>>;
  /** A value as a person reads it: a country by its name, a tick as a word. */
  read: (name: string, value: unknown) => string;
  /** What the schema wants beside the fields. */
  besides?: FormValues;
  theirsHref: string;
};

/** The conflict of a form whose fields are single values: what is kept goes back under the version now saved. */
export function FlatConflict({ form, labels, read, besides, ...rest }: FlatConflictProps) {
  const { conflict, hidden, pending, send } = form;
  if (!conflict) return null;
  const { answer, writings } = conflict;
  const names = Object.keys(labels);
  const fields = names.map((name) => ({
    name,
    label: labels[name]!,
    base: read(name, writings.base[name]),
    yours: read(name, writings.yours[name]),
    theirs: read(name, writings.theirs[name]),
  }));
  return (
    <ConflictPanel
      {...rest}
      conflict={answer}
      fields={fields}
      pending={pending}
      onKeep={(stored) => send(toFormData({ ...mergeTexts(names, writings, stored), ...besides, ...hidden }))}
    />
  );
}
