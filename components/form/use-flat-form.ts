"use client";

import { useState } from "react";
import { useScripted } from "@/components/ui/use-scripted";
import { mergeTexts, readBase, type MergeTexts } from "./three-way-merge";
import { valueAt, type FormValues } from "./form-paths";
import { useServerForm } from "./use-server-form";

type Options = Omit<Parameters<typeof useServerForm>[0], "initial"> & {
  names: readonly string[];
  /** What the page read, and its version; both stay as they were when the person began to write. */
  initial: FormValues;
  version?: number;
  /** What is kept, as its reader would type it: a day as 31/12/2025. The form, its base and "theirs" all say it so. */
  asTyped?: (stored: FormValues) => FormValues;
};

/** A form of single values that takes part in conflicts: what it began with travels in its hidden fields. */
export function useFlatForm({ names, initial, version, asTyped = (stored) => stored, ...options }: Options) {
  const [began] = useState(() => {
    const typed = asTyped(initial);
    return { version, base: Object.fromEntries(names.map((name) => [name, typed[name]])) };
  });
  const form = useServerForm({ ...options, initial: began.base });
  const isScripted = useScripted();
  const { state } = form;
  const conflict = state.status === "conflict" ? state : undefined;
  const writings: MergeTexts | undefined = conflict && {
    base: readBase(conflict.values),
    yours: conflict.values,
    theirs: asTyped(conflict.current as FormValues),
  };
  const merged = writings && mergeTexts(names, writings);
  const valueOf = (name: string) => (merged ? valueAt(merged, name) : form.valueOf(name));
  return {
    ...form,
    valueOf,
    field: (name: string) => ({ ...form.field(name), defaultValue: textOf(valueOf(name)) }),
    conflict: conflict && writings && { answer: conflict, writings },
    hidden: conflict
      ? { version: conflict.version, base: JSON.stringify(writings?.theirs) }
      : {
          version: Number(form.valueOf("version") ?? began.version),
          base: String(form.valueOf("base") ?? JSON.stringify(began.base)),
        },
    /** With JavaScript the two writings stand alone until one is chosen. */
    isAside: conflict !== undefined && isScripted,
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
