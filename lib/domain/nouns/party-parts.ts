import type { NoPartyPart, Party, PartyPart } from "./party-part";
import { NOUNS, type AnyNoun } from "./nouns";
import type { Act } from "./policy";

type PartNoun = Extract<AnyNoun, { partyPart: { table: string } }>["id"];
/** A part of a party's page, under the name of its noun. */
export type NamedPart = Omit<PartyPart, "read" | "begin"> & {
  noun: PartNoun;
  read: Act;
  begin?: NonNullable<PartyPart["begin"]> & { needs: Act };
};

const DECLARED = NOUNS.flatMap(({ id, ...noun }): (NamedPart | NoPartyPart)[] =>
  // Acts of a part are those of the policy: a test reads each of them.
  "partyPart" in noun ? [{ noun: id, ...(noun.partyPart as object) } as NamedPart | NoPartyPart] : [],
);

/** Parts of the page of each party, in the order of the nouns. */
export function partsOf(party: Party): NamedPart[] {
  return PARTY_PARTS.filter(({ links }) => links[party] !== undefined);
}

export const PARTY_PARTS: readonly NamedPart[] = DECLARED.filter((part) => "table" in part);
