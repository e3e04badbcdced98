import type { AuthorisationDoubt } from "@/lib/domain/minor/authorisation";
import { isAsked, isGiven } from "@/lib/domain/minor/parental-state";
import type { Issue } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Agreement } from "./agreement";
import { findAuthorisation, type FoundAuthorisation } from "./authorisations";
import { openPeople } from "./parental-people";

/** Authorisation as it is stated; null where it is asked through a link. */
type Stated = { born: string; authorisedOn: string | null };

/** Issue of a doubt, beside the field by which it is confirmed. */
export type DoubtIssue = Issue & { path: AuthorisationDoubt };

/** Finds everything that is to be confirmed before an authorisation of an agreement is asked for or recorded. */
export async function findAuthorisationDoubts(
  tx: Tx,
  agreement: Agreement,
  { born, authorisedOn }: Stated,
  now: number,
): Promise<DoubtIssue[]> {
  const doubts: DoubtIssue[] = [];
  const standing = await findStandingAuthorisation(tx, agreement, now);
  // Another record of what is authorised already changes nothing; a link would suspend it.
  if (standing && (authorisedOn === null || isAsked(standing.state)))
    doubts.push({
      path: "isSecond",
      key: `choice.authorisation.${isAsked(standing.state) ? "askedAlready" : "authorisedAlready"}`,
      params: { author: standing.authorName },
    });
  if (authorisedOn !== null && authorisedOn < todayIn("Europe/Paris", agreement.decidedAt.getTime()))
    doubts.push({ path: "isEarlier", key: "choice.authorisation.beforeAgreement" });
  if (await hasOtherBirthdate(tx, agreement, born))
    doubts.push({ path: "isBornOther", key: "choice.authorisation.bornOther" });
  return doubts;
}

/**
 * Finds the authorisation that is asked for, or given, of what a person agreed to; null where there is none. A letter that came back
 * asks nobody.
 */
export async function findStandingAuthorisation(
  tx: Tx,
  { last }: Pick<Agreement, "last">,
  now: number,
): Promise<FoundAuthorisation | null> {
  if (last.parentalConsentId === null) return null;
  const found = await findAuthorisation(tx, last.parentalConsentId, now);
  if (!found || found.state === "returned") return null;
  return isAsked(found.state) || isGiven(found.state) ? found : null;
}

/** True where another birthdate of the person is known; false once the people of the others are erased. */
async function hasOtherBirthdate(tx: Tx, { person }: Agreement, born: string): Promise<boolean> {
  const rows = await tx.parentalPerson.findMany({
    where: { personKey: Buffer.from(person, "hex"), peopleSealed: { not: null } },
    select: { peopleSealed: true },
  });
  return rows.some(({ peopleSealed }) => openPeople(peopleSealed)?.born !== born);
}
