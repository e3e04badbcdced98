import type { FormValues } from "./form-paths";
import { mergeLines, mergeLists } from "./merge-lists";

/** Lists whose entries are merged one by one where both changed them: texts of one entry a line, or rows. */
export type MergedLists = Readonly<Record<string, "lines" | "rows">>;

export type MergeTexts = Record<"base" | "yours" | "theirs", FormValues>;

/**
 * Takes your value where you changed it and the stored one elsewhere, unless a side was chosen. Fields are single
 * values, lists or rows.
 */
export function mergeTexts(
  names: readonly string[],
  { base, yours, theirs }: MergeTexts,
  stored: Readonly<Record<string, "yours" | "theirs" | "both">> = {},
  lists: MergedLists = {},
): FormValues {
  return Object.fromEntries(
    names.map((name) => {
      if (stored[name] === "both")
        return [name, joinTexts(name, { base, yours, theirs }, lists) ?? theirs[name]];
      const isMine = stored[name] ? stored[name] === "yours" : plain(yours[name]) !== plain(base[name]);
      return [name, (isMine ? yours : theirs)[name]];
    }),
  );
}

/** Merges a list that both changed without loss; undefined where it is none, or cannot be. */
export function joinTexts(name: string, texts: MergeTexts, lists: MergedLists): unknown {
  const kind = lists[name];
  const [base, yours, theirs] = [texts.base[name], texts.yours[name], texts.theirs[name]];
  const [first, second, third] = [base, yours, theirs].map(plain);
  if (!kind || first === second || first === third || second === third) return undefined;
  const joined =
    kind === "lines"
      ? mergeLines(textOf(base), textOf(yours), textOf(theirs))
      : mergeLists(rowsOf(base), rowsOf(yours), rowsOf(theirs), rowText);
  return joined ?? undefined;
}

function textOf(value: unknown): string {
  return String(value ?? "");
}

/** Omits blank rows, which a form sends too. */
function rowsOf(value: unknown): object[] {
  return Array.isArray(value) ? value.filter((row) => rowText(row) !== "") : [];
}

/** Reads the base values from the form itself, so that conflicts need no JavaScript. */
export function readBase(values: FormValues): FormValues {
  try {
    const base: unknown = JSON.parse(String(values.base));
    return typeof base === "object" && base !== null ? (base as FormValues) : {};
  } catch {
    return {};
  }
}

/** Normalises forms and rows: null and "", true and "true", one value and a list of one. */
export function plain(value: unknown): string {
  return [value]
    .flat()
    .filter(
      (item) => item !== undefined && item !== null && item !== "" && item !== false && item !== "false",
    )
    .map((item) => (typeof item === "object" ? rowText(item as object) : plainText(item)))
    .filter((text) => text !== "")
    .join("\u0000");
}

/** Compares filled cells regardless of their order. */
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
