"use client";

import { useState } from "react";
import { useScripted } from "@/components/ui/use-scripted";
import { mergeTexts, readBase, type MergeTexts } from "./three-way-merge";
import { valueAt, type FormValues } from "./form-paths";
import { useServerForm } from "./use-server-form";

type Options = Omit<Parameters<typeof useServerForm>[0], "initial"> & {
  names: readonly string[];
  /** Values and version at the first render: a refresh must not move the base of a conflict. */
  initial: FormValues;
  version?: number;
  /** Formats stored values as typed, 31/12/2025, in the form, its base and the stored side. */
  asTyped?: (stored: FormValues) => FormValues;
};

/** Sends its base in hidden fields, so that conflicts need no JavaScript. */
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
    /** With JavaScript the form is hidden until a side is chosen. */
    isAside: conflict !== undefined && isScripted,
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
