import type {
  Amendment,
  ContractContent,
  ContractTermsDocument,
  ContractTermsSection,
  ClauseAnswers,
} from "./content";
import { applied, changesTo, termsBefore } from "./in-force";
import type { Contract } from "./types";

/** A section as its form sends it, for the contract as first signed or for one of its amendments. */
export type SectionContent = { section: ContractTermsSection; amendment: string | null; fields: object };

/** A section as it is written: in the contract terms, or as it stands once the amendment is applied. Null: no such amendment. */
export function sectionOf(
  contract: Contract,
  section: ContractTermsSection,
  amendment: string | null,
): object | null {
  if (amendment === null) return contract.content.deed[section];
  const found = contract.content.amendments.find(({ id }) => id === amendment);
  return found ? applied(termsBefore(contract, amendment), found.says)[section] : null;
}

/**
 * The document with one section stated anew. In an amendment only what differs from what stood before it is kept, so that
 * a correction of what was first signed still reaches the days after it.
 */
export function applySection(
  contract: Contract,
  { section, amendment, fields }: SectionContent,
): ContractContent | null {
  const { deed: contractTerms, amendments } = contract.content;
  if (amendment === null)
    return {
      amendments,
      deed: { ...contractTerms, [section]: { ...contractTerms[section], ...defined(fields) } },
    };
  const written = sectionOf(contract, section, amendment);
  if (!written || amendments.find(({ id }) => id === amendment)?.withdrawn) return null;
  const previous = termsBefore(contract, amendment)[section];
  const changes = changesTo(previous, {
    ...written,
    ...defined(fields),
  } as ContractTermsDocument[ContractTermsSection]);
  return {
    deed: contractTerms,
    amendments: amendments.map((one) =>
      one.id === amendment ? { ...one, says: withSection(one, section, changes) } : one,
    ),
  };
}

function withSection(
  amendment: Amendment,
  section: ContractTermsSection,
  changes: object | undefined,
): ClauseAnswers {
  const { [section]: _former, ...others } = amendment.says;
  return changes ? { ...others, [section]: changes } : others;
}

/** A clause that the form did not hold keeps what was read of it. */
function defined(stated: object): object {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
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
