import { isMemberLink } from "@/lib/domain/outbox/member-links";
import { findForeignAccessOf } from "@/lib/platform/access/foreign-access";
import type { LetterRow } from "./queries";

/**
 * Returns whether the link of a letter may be shown to somebody else than its recipient: it is a member's own, and its
 * recipient neither signs for a client nor audits, whom a link to a new password would impersonate. Outside any unit of work.
 */
export async function mayShowLink(
  { template, toAddress }: Pick<LetterRow, "template" | "toAddress">,
  now: Date,
): Promise<boolean> {
  return isMemberLink(template) && (await findForeignAccessOf(toAddress, now)) === null;
}
