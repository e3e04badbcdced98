import { can, type Act } from "@/lib/domain/nouns/policy";
import type { Actor } from "@/lib/domain/access/actor";
import { canStart } from "@/lib/domain/outbox/letter-state";
import { composeLetter, LetterFault } from "@/lib/i18n/letter";
import { hasRecipient, openSecrets, type LetterRow } from "./queries";

/** Letters whose link grants access or whose term has begun to run, with the act that makes a new one of each. */
const RENEWED_BY: Readonly<Partial<Record<string, Act>>> = {
  "member-invitation": "member.manage",
  "contact-invitation": "contact.manage",
};

/**
 * Tells how a letter may be sent by hand: "now" while it waits; the same "again" once it has ended without an acceptance that
 * holds; "anew" with another link; "gone" where its link was erased and is asked for elsewhere. Null: it may not be.
 */
export type Resending = "now" | "again" | "anew" | "gone";

type Sender = { name: string; address: string } | null;

export async function resendingOf(
  letter: LetterRow,
  { actor, sender }: { actor: Actor; sender: Sender },
): Promise<Resending | null> {
  if (!can(actor, "outbox.manage") || !canStart("retry", letter.state)) return null;
  if (letter.state === "queued") return "now";
  const renewal = RENEWED_BY[letter.template];
  if (renewal) return can(actor, renewal) ? "anew" : "gone";
  return (await isWritable(letter, sender)) ? "again" : "gone";
}

/** A closed letter has lost its secrets, the recipient among them where it is a data subject; the page that it is about is kept. */
export async function isWritable(letter: LetterRow, organisation: Sender): Promise<boolean> {
  if (!hasRecipient(letter)) return false;
  try {
    const { template, locale, params } = letter;
    await composeLetter({ template, locale, params, secrets: openSecrets(letter), organisation });
    return true;
  } catch (error) {
    if (error instanceof LetterFault) return false;
    throw error;
  }
}
