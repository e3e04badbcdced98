import type { Issue, Outcome } from "@/lib/domain/outcome/outcome";

/**
 * Carries the outcome of an action to its form. `values` give a refused form back as it was typed, without
 * JavaScript too; `submission` names what is sent next, so that what arrives twice is done once.
 */
export type FormState = Answer & { submission?: string };

type Answer =
  | { status: "idle" }
  /** `once` is shown a single time: recovery codes. */
  | { status: "done"; at: number; message?: string; once?: readonly string[] }
  | { status: "refused"; issues: Issue[]; values: Record<string, unknown> }
  | {
      status: "conflict";
      current: unknown;
      version: number;
      author: string;
      at: string;
      values: Record<string, unknown>;
    }
  | {
      status:
        | "signed-out"
        | "second-factor"
        | "forbidden"
        | "not-found"
        | "failed"
        | "unavailable"
        | "too-long"
        | "unconfirmed";
      values: Record<string, unknown>;
      incident?: string;
    };

/**
 * Cookies that announce to the next page, once, that the action is done; each carries a number of its own. `__Host-` over
 * https. Script may read it, since the page that shows it removes it.
 */
export const DONE_COOKIES = { secure: "__Host-amana.done", plain: "amana.done" } as const;
/** Request header that hands the cookie's value to the page. */
export const DONE_HEADER = "x-amana-done";

export const IDLE: FormState = { status: "idle" };

export function stateOf(
  outcome: Outcome<unknown>,
  values: Record<string, unknown>,
  at: number,
  message?: string,
): FormState {
  if (outcome.ok) return { status: "done", at, ...(message ? { message } : {}) };
  const { refusal } = outcome;
  switch (refusal.kind) {
    case "invalid":
      return { status: "refused", issues: refusal.issues, values };
    case "conflict": {
      const { current, version, author, at: when } = refusal;
      return { status: "conflict", current, version, author, at: when, values };
    }
    case "forbidden":
    case "not-found":
      return { status: refusal.kind, values };
    case "unconfirmed":
      return {
        status: refusal.kind,
        values: { ...values, ...(refusal.reading && { reading: refusal.reading }) },
      };
  }
}
