import type { Issue } from "@/lib/domain/outcome/outcome";

export type FormValues = Record<string, unknown>;

/** Undefined where the form had no such field. */
export function valueAt(values: FormValues | undefined, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (node, key) => (isTree(node) ? (node as Record<string, unknown>)[key] : undefined),
      values,
    );
}

/**
 * Maps a schema path to the form's row number: the schema drops blank rows before it counts, so
 * "destinations.1.country" may be the third row.
 */
export function pathInForm(path: string, values: FormValues): string {
  const [list = "", index, ...rest] = path.split(".");
  const rows = values[list];
  if (index === undefined || !/^\d+$/.test(index) || !Array.isArray(rows)) return path;
  const written = rows.flatMap((row: unknown, at) => (isBlankRow(row) ? [] : [at]));
  return [list, String(written[Number(index)] ?? index), ...rest].join(".");
}

/** Keys of what is wrong with a value that was typed. */
const OF_TYPED: readonly string[] = ["invalid", "email"];

/**
 * Issues of each control, every one of them: who mends the first is not refused again for the second. Of a control that is blank
 * none says that its value is wrong: it is to be filled in.
 */
export function issuesByPath(issues: readonly Issue[], values: FormValues): Map<string, Issue[]> {
  const found = new Map<string, Issue[]>();
  for (const issue of issues) {
    const path = pathInForm(issue.path, values);
    const isAsked = path !== "" && OF_TYPED.includes(issue.key) && isBlank(valueAt(values, path));
    const said = isAsked ? { path: issue.path, key: "required" } : issue;
    found.set(path, [...(found.get(path) ?? []), said]);
  }
  return found;
}

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
  return !isTree(row) || Object.values(row).every(isBlank);
}

function isBlank(value: unknown): boolean {
  return value === "" || value === undefined;
}

function isTree(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
