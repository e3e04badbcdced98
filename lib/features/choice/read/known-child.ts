import { authorisationStatus } from "@/lib/domain/minor/authorisation";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import { openPeople } from "./parental-people";

/** Child of an authorisation: its key in hex, its country ("" is unknown), and its people, sealed. */
export type SealedChild = { person: string; country: string; people: Uint8Array | null };

/** True of a person, by their key in hex, who was too young at an instant to consent alone, art. 8(1). */
export type IsChildAt = (person: string, at: number) => boolean;

/**
 * Judges persons by what authorisations, given or asked for, know of them: whatever became of one, its child is the same. Nobody
 * is a child of whom nothing is known, or whose people are erased.
 */
export function childJudge(known: readonly SealedChild[]): IsChildAt {
  const children = known.flatMap(({ person, country, people }) => {
    const born = openPeople(people)?.born;
    return born === undefined ? [] : [{ person, country: country || null, born }];
  });
  return (person, at) => {
    const day = todayIn("Europe/Paris", at);
    const own = children.filter((child) => child.person === person);
    return own.some((child) => authorisationStatus(child, day).kind === "holds");
  };
}

/** Reads what is known of the age of persons, by their keys in hex. */
export async function findKnownChildren(tx: Tx, persons: readonly string[]): Promise<IsChildAt> {
  const rows = await tx.parentalPerson.findMany({
    where: {
      personKey: { in: persons.map((person) => Buffer.from(person, "hex")) },
      peopleSealed: { not: null },
    },
    select: { personKey: true, peopleSealed: true, consent: { select: { country: true } } },
  });
  const known = rows.map(({ personKey, peopleSealed, consent }) => ({
    person: Buffer.from(personKey).toString("hex"),
    country: consent.country,
    people: peopleSealed,
  }));
  return childJudge(known);
}
