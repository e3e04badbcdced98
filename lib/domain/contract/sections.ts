import type { Amendment, ContractContent, Deed, DeedSection, Says } from "./content";
import { applied, changesTo, deedBefore } from "./in-force";
import type { Contract } from "./types";

/** A section as its form sends it, for the contract as first signed or for one of its amendments. */
export type SectionSaid = { section: DeedSection; amendment: string | null; said: object };

/** A section as it is written: in the deed, or as it stands once the amendment is applied. Null: no such amendment. */
export function sectionOf(contract: Contract, section: DeedSection, amendment: string | null): object | null {
  if (amendment === null) return contract.content.deed[section];
  const found = contract.content.amendments.find(({ id }) => id === amendment);
  return found ? applied(deedBefore(contract, amendment), found.says)[section] : null;
}

/**
 * The document with one section said anew. In an amendment only what differs from what stood before it is kept, so that
 * a correction of what was first signed still reaches the days after it.
 */
export function saySection(
  contract: Contract,
  { section, amendment, said }: SectionSaid,
): ContractContent | null {
  const { deed, amendments } = contract.content;
  if (amendment === null)
    return { amendments, deed: { ...deed, [section]: { ...deed[section], ...defined(said) } } };
  const written = sectionOf(contract, section, amendment);
  if (!written || amendments.find(({ id }) => id === amendment)?.withdrawn) return null;
  const stood = deedBefore(contract, amendment)[section];
  const changes = changesTo(stood, { ...written, ...defined(said) } as Deed[DeedSection]);
  return {
    deed,
    amendments: amendments.map((one) =>
      one.id === amendment ? { ...one, says: withSection(one, section, changes) } : one,
    ),
  };
}

function withSection(amendment: Amendment, section: DeedSection, changes: object | undefined): Says {
  const { [section]: _former, ...others } = amendment.says;
  return changes ? { ...others, [section]: changes } : others;
}

/** A clause that the form did not hold keeps what was read of it. */
function defined(said: object): object {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** A section as its form shows it: lists of words one a line, countries and answers as they are. */
export function asTyped(section: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(section).map(([field, value]: [string, unknown]) => [
      field,
      Array.isArray(value) && field !== "countries" ? value.join("\n") : value,
    ]),
  );
}
