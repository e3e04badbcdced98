import { z } from "zod";

const ORIGIN = "http://here.invalid";

/** Where a sign-in leads: a path of this application. Anything else, "//elsewhere" too, is the first page. */
export const returnPathSchema = z.string().max(2000).refine(isOwnPath).catch("/");

/** A browser reads "/\" and "/<tab>/" as "//": what counts is where it would go, not how it is written. */
function isOwnPath(path: string): boolean {
  if (!path.startsWith("/") || path.startsWith("/sign-in") || !URL.canParse(path, ORIGIN)) return false;
  return new URL(path, ORIGIN).origin === ORIGIN;
}

export const SIGN_IN_PROBLEMS = ["refused", "locked"] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

/** What next-auth says of a failure; all that is not a lock is one refusal, which never tells what was wrong. */
export function readSignInProblem(error: unknown): SignInProblem | null {
  if (error === undefined) return null;
  return error === "locked" ? "locked" : "refused";
}
