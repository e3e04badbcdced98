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

/** Why one is back at the page of the code. All that is wrong is one answer. */
export const LINK_PROBLEMS = ["wrong", "expired", "locked", "codes"] as const;
export type LinkProblem = (typeof LINK_PROBLEMS)[number];

export function readLinkProblem(stated: unknown): LinkProblem | null {
  return LINK_PROBLEMS.find((known) => known === stated) ?? null;
}

/** A quarter of an hour to find the letter, five codes to type it right. */
export const LINK_LIMITS = { lifeMs: 15 * 60_000, tries: 5 };
