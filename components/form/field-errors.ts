import { get, set, type FieldError as HeldError, type FieldErrors } from "react-hook-form";
import type { Issue } from "@/lib/domain/outcome/outcome";

/** Path of issues of the whole form; no field name begins with "$". */
const WHOLE_FORM = "$form";

/** Holds the whole form as a single react-hook-form value. */
export type SentForm = { form: FormData };

/** Nests issues by dotted path as react-hook-form does: the first key as `type`, the words of all as `message`. */
export function fieldErrors(
  issues: ReadonlyMap<string, readonly Issue[]>,
  wordsOf: (issue: Issue) => string,
): FieldErrors<SentForm> {
  const held: FieldErrors<SentForm> = {};
  for (const [path, ofPath] of issues) {
    const before: object = get(held, path || WHOLE_FORM) ?? {};
    set(held, path || WHOLE_FORM, {
      ...before,
      type: ofPath[0]?.key ?? "",
      message: [...new Set(ofPath.map(wordsOf))].join(" "),
    });
  }
  return held;
}

export function errorAt(held: object, path: string): string | undefined {
  const found: unknown = get(held, path || WHOLE_FORM);
  return isHeldError(found) ? found.message : undefined;
}

/** Lists refused controls in the schema's order; "" is the form as a whole. */
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
