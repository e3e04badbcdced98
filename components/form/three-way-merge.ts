import type { FormValues } from "./form-paths";

/** What both began with, what this person wrote, and what was saved meanwhile. */
export type MergeTexts = Record<"base" | "yours" | "theirs", FormValues>;

/** Yours where you wrote, theirs where you did not touch, unless a side was chosen. Fields are single values, lists or rows. */
export function mergeTexts(
  names: readonly string[],
  { base, yours, theirs }: MergeTexts,
  stored: Readonly<Record<string, "yours" | "theirs" | "both">> = {},
): FormValues {
  return Object.fromEntries(
    names.map((name) => {
      const isMine = stored[name] ? stored[name] === "yours" : plain(yours[name]) !== plain(base[name]);
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
    .map((item) => (typeof item === "object" ? rowText(item as object) : plainText(item)))
    .filter((text) => text !== "")
    .join("\u0000");
}

/** A row by its filled cells, whatever their order: blank ones are the form's own. */
function rowText(row: object): string {
  const cells = Object.entries(row).map(([name, cell]) => [name, plain(cell)] as const);
  return cells
    .filter(([, text]) => text !== "")
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, text]) => `${name}\u0001${text}`)
    .join("\u0002");
}

function plainText(value: unknown): string {
  return String(value).replace(/\r\n/g, "\n").trim();
}
