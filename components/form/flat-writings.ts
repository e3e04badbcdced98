import type { FormValues } from "./form-paths";

/** What both began with, what this person wrote, and what was saved meanwhile. */
export type Writings = Record<"base" | "yours" | "theirs", FormValues>;

/** Yours where you wrote, theirs where you did not touch, unless a side was chosen. Fields are single values or lists. */
export function mergeWritings(
  names: readonly string[],
  { base, yours, theirs }: Writings,
  kept: Readonly<Record<string, "yours" | "theirs" | "both">> = {},
): FormValues {
  return Object.fromEntries(
    names.map((name) => {
      const isMine = kept[name] ? kept[name] === "yours" : plain(yours[name]) !== plain(base[name]);
      return [name, (isMine ? yours : theirs)[name]];
    }),
  );
}

/** What a form began with came back in it as text, so that a conflict can be told without JavaScript too. */
export function readBase(values: FormValues): FormValues {
  try {
    const base: unknown = JSON.parse(String(values.base));
    return typeof base === "object" && base !== null ? (base as FormValues) : {};
  } catch {
    return {};
  }
}

/** A row and a form write the same thing apart: null and "", true and "true", one country and a list of one. */
function plain(value: unknown): string {
  return [value]
    .flat()
    .filter(
      (item) => item !== undefined && item !== null && item !== "" && item !== false && item !== "false",
    )
    .map((item) => String(item).replace(/\r\n/g, "\n").trim())
    .join("\u0000");
}
