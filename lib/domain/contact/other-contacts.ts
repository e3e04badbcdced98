import { mailboxOf, refusalOfAddress, type OwnPeople } from "@/lib/domain/access/own-address";

export type OtherContact = { name: string; email: string; language: string };

type ControllerSide = {
  /** The controller's contacts whose access is open. */
  contacts: readonly OtherContact[];
  /** The address that the controller's own sheet holds. */
  controller: { contactName: string; contactEmail: string; language: string };
  /** Whoever signs, or changes: told of it otherwise. */
  except: string;
  own: OwnPeople;
};

/** Who else at a controller is told that somebody signs for it: nobody who works for its processor, and each once. */
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
