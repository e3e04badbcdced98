"use client";

import { ConflictPanel } from "./conflict";
import { mergeTexts } from "./three-way-merge";
import { toFormData, type FormValues } from "./form-paths";
import type { useFlatForm } from "./use-flat-form";

type FlatConflictProps = {
  form: ReturnType<typeof useFlatForm>;
  subject: string;
  labels: Readonly<Record<string, string>>;
  read: (name: string, value: unknown) => string;
  /** Fields of the schema outside `labels`. */
  besides?: FormValues;
  theirsHref: string;
};

/** Saves the chosen values under the version now stored. */
export function FlatConflict({ form, labels, read, besides, ...rest }: FlatConflictProps) {
  const { conflict, hidden, pending, send } = form;
  if (!conflict) return null;
  const { answer, writings } = conflict;
  const fields = Object.entries(labels).map(([name, label]) => ({
    name,
    label,
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
      onMerge={(stored) =>
        send(toFormData({ ...mergeTexts(Object.keys(labels), writings, stored), ...besides, ...hidden }))
      }
    />
  );
}
