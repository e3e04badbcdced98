"use client";

import { ConflictPanel, type Conflict } from "./conflict";
import { toFormData, type FormValues } from "./form-paths";

type FlatConflictProps = {
  conflict: Conflict;
  subject: string;
  /** Every field of the form with its name in words, in the order of the page. */
  labels: Readonly<Record<string, string>>;
  /** What both began with. */
  base: FormValues;
  /** A value as a person reads it: a country by its name, a tick as a word. */
  read: (name: string, value: unknown) => string;
  pending: boolean;
  send: (form: FormData) => void;
  theirsHref: string;
};

/** The conflict of a form whose fields are single values: what is kept of each goes back under the new version. */
export function FlatConflict({ conflict, labels, base, read, send, ...rest }: FlatConflictProps) {
  const current = conflict.current as FormValues;
  const fields = Object.entries(labels).map(([name, label]) => ({
    name,
    label,
    base: read(name, base[name]),
    yours: read(name, conflict.values[name]),
    theirs: read(name, current[name]),
  }));
  return (
    <ConflictPanel
      {...rest}
      conflict={conflict}
      fields={fields}
      onKeep={(kept) => {
        const theirs = Object.keys(labels).filter((name) => kept[name] === "theirs");
        const taken = Object.fromEntries(theirs.map((name) => [name, current[name]]));
        send(toFormData({ ...conflict.values, ...taken, version: conflict.version }));
      }}
    />
  );
}
