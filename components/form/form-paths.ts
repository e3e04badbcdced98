import type { Issue } from "@/lib/domain/outcome/outcome";

/** What a form sent, nested by its dotted names: texts, lists of texts, rows. */
export type FormValues = Record<string, unknown>;

/** The text at a dotted path, undefined where the form had nothing. */
export function valueAt(values: FormValues | undefined, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (node, key) => (isTree(node) ? (node as Record<string, unknown>)[key] : undefined),
      values,
    );
}

/**
 * Where an issue's control stands in the form. The schema leaves blank rows out before it counts them, so that
 * "destinations.1.country" may speak of the third row on the page.
 */
export function pathInForm(path: string, values: FormValues): string {
  const [list = "", index, ...rest] = path.split(".");
  const rows = values[list];
  if (index === undefined || !/^\d+$/.test(index) || !Array.isArray(rows)) return path;
  const written = rows.flatMap((row: unknown, at) => (isBlankRow(row) ? [] : [at]));
  return [list, String(written[Number(index)] ?? index), ...rest].join(".");
}

/** The first issue of each control, by the control's path. */
export function issuesByPath(issues: readonly Issue[], values: FormValues): Map<string, Issue> {
  const found = new Map<string, Issue>();
  for (const issue of issues) {
    const path = pathInForm(issue.path, values);
    if (!found.has(path)) found.set(path, issue);
  }
  return found;
}

/** Nested values as a form sends them: rows by number, a list of ticks by repeated names. */
export function toFormData(values: FormValues): FormData {
  const form = new FormData();
  append(form, "", values);
  return form;
}

function append(form: FormData, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.forEach((item) => form.append(name, item));
  if (!isTree(value)) return form.append(name, String(value));
  for (const [key, inner] of Object.entries(value)) append(form, name ? `${name}.${key}` : key, inner);
}

function isBlankRow(row: unknown): boolean {
  return !isTree(row) || Object.values(row).every((cell) => cell === "" || cell === undefined);
}

function isTree(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
