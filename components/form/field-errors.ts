import { get, set, type FieldError as HeldError, type FieldErrors } from "react-hook-form";
import type { Issue } from "@/lib/domain/outcome/outcome";

/** Place of an issue that speaks of the form as a whole; no field's name begins with "$". */
const WHOLE_FORM = "$form";

/** A form as react-hook-form holds it: one value, whatever its controls are called. */
export type SentForm = { form: FormData };

/** Issues by their controls as react-hook-form holds them: nested by dotted path, the key as type, the reason in words. */
export function fieldErrors(
  issues: ReadonlyMap<string, Issue>,
  wordsOf: (issue: Issue) => string,
): FieldErrors<SentForm> {
  const held: FieldErrors<SentForm> = {};
  for (const [path, issue] of issues) {
    const before: object = get(held, path || WHOLE_FORM) ?? {};
    set(held, path || WHOLE_FORM, { ...before, type: issue.key, message: wordsOf(issue) });
  }
  return held;
}

/** The reason why the control at a path was refused, in words. */
export function errorAt(held: object, path: string): string | undefined {
  const found: unknown = get(held, path || WHOLE_FORM);
  return isHeldError(found) ? found.message : undefined;
}

/** Every refused control with its reason, in the order in which the schema names them; "" for the form as a whole. */
export function listErrors(held: object, under = ""): { path: string; reason: string }[] {
  return Object.entries(held).flatMap(([key, node]: [string, unknown]) => {
    if (typeof node !== "object" || node === null) return [];
    const path = under ? `${under}.${key}` : key;
    const own = isHeldError(node) ? [{ path: path === WHOLE_FORM ? "" : path, reason: node.message }] : [];
    return [...own, ...listErrors(node, path)];
  });
}

function isHeldError(node: unknown): node is HeldError & { message: string } {
  const { type, message } = (node ?? {}) as Partial<HeldError>;
  return typeof type === "string" && typeof message === "string";
}
