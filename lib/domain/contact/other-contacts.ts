import { mailboxOf, refusalOfAddress, type OwnPeople } from "@/lib/domain/access/own-address";

export type OtherContact = { name: string; email: string; language: string };

type ControllerSide = {
  /** The controller's contacts whose access is open. */
  contacts: readonly OtherContact[];
  /** The address that the controller's own sheet holds. */
  controller: { contactName: string; contactEmail: string; language: string };
  /** Contact who signs, or changes: notified by a letter of its own. */
  except: string;
  own: OwnPeople;
};

/**
 * Lists the other contacts told that somebody signs for their controller: each once, and nobody who works for
 * its processor.
 */
export function otherContactsOf({ contacts, controller, except, own }: ControllerSide): OtherContact[] {
  const { contactName, contactEmail, language } = controller;
  const all = [...contacts, { name: contactName || contactEmail, email: contactEmail, language }];
  const seen = new Set([mailboxOf(except), mailboxOf("")]);
  return all.filter(({ email }) => {
    const mailbox = mailboxOf(email);
    if (seen.has(mailbox) || refusalOfAddress(email, own) !== null) return false;
    seen.add(mailbox);
    return true;
  });
}
