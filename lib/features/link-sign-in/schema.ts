import { z } from "zod";
import { returnPathSchema } from "@/lib/domain/account/return-path";

export const linkRequestSchema = z.object({
  email: z
    .string()
    .trim()
    .max(254, "tooLong")
    .pipe(z.email("email"))
    .transform((address) => address.toLowerCase()),
  next: returnPathSchema,
});
export type LinkRequest = z.output<typeof linkRequestSchema>;

/** Reasons to return to the code's page. Every wrong input has one answer. */
export const LINK_PROBLEMS = ["wrong", "expired", "locked", "codes"] as const;
export type LinkProblem = (typeof LINK_PROBLEMS)[number];

export function readLinkProblem(stated: unknown): LinkProblem | null {
  return LINK_PROBLEMS.find((known) => known === stated) ?? null;
}

/** Milliseconds of life and attempts per code. */
export const LINK_LIMITS = { lifeMs: 15 * 60_000, tries: 5 };

/** Addresses of a sign-in by letter: of the portal, and of audits. */
export const SIGN_IN_PATHS = { portal: "/portal/sign-in", audit: "/audit/sign-in" } as const;
export type SignInPlace = keyof typeof SIGN_IN_PATHS;

/** Finds by the page that comes after it where a sign-in takes place. */
export function placeOfSignIn(next: string): SignInPlace {
  return /^[/]audit(?:[/?#]|$)/.test(next) ? "audit" : "portal";
}
