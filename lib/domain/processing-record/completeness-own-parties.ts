import { isInEea } from "@/lib/domain/statute/eea";
import { always, answersRepresentation, isMeaningful, type Case, type Rule } from "./completeness-case";
import { isHollowList } from "@/lib/domain/text/vagueness";

const RULE = { code: "REG1-a", article: "30(1)(a)", level: "required" } as const;

/** Article 30(1)(a): the controller is the organisation itself; whoever decides with it, represents it, advises it. */
export const OWN_PARTY_RULES: readonly Rule[] = [
  {
    ...RULE,
    id: "REG1-a.name",
    field: "organisation",
    applies: always,
    isMet: ({ organisation }) => isMeaningful(organisation.legalName),
  },
  {
    ...RULE,
    id: "REG1-a.contact",
    field: "organisation",
    applies: ({ organisation }) => isMeaningful(organisation.legalName),
    isMet: ({ organisation: { address, email, phone } }) =>
      isMeaningful(address) && [email, phone].some(isMeaningful),
  },
  {
    // "Where applicable": a joint controller that is said to exist is named.
    ...RULE,
    id: "REG1-a.joint",
    article: "30(1)(a), 26",
    field: "jointControllers",
    applies: ({ content }) => content.jointAnswer === "yes",
    isMet: ({ content }) => !isHollowList(content.jointControllers),
  },
  {
    // Article 27 follows 3(2) alone, and that processing by processing.
    ...RULE,
    id: "REG1-a.representative",
    article: "30(1)(a), 27",
    field: "organisationRepresentative",
    applies: isRepresentativeInQuestion,
    isMet: answersRepresentation,
  },
  {
    ...RULE,
    id: "REG1-a.dpo",
    article: "30(1)(a), 37",
    field: "organisationDpo",
    applies: always,
    isMet: ({ organisation: { hasNoDpo, dpoEmail, dpoPhone } }) =>
      hasNoDpo || [dpoEmail, dpoPhone].some(isMeaningful),
  },
];

/** Advice on the law of the entry and on 26 and 27: flags for the DPO, never a silent choice. */
export const OWN_PARTY_ADVICE: readonly Rule[] = [
  {
    id: "ADV1-joint",
    code: "ADV1-joint",
    article: "26",
    level: "advisable",
    field: "jointAnswer",
    applies: ({ content }) => isHollowList(content.jointControllers),
    isMet: ({ content }) => content.jointAnswer !== "unanswered",
  },
  {
    id: "ADV1-targeting.unanswered",
    code: "ADV1-targeting",
    article: "3(2)",
    level: "advisable",
    field: "targetsUnion",
    applies: ({ organisation }) => organisation.gdprBinding === "direct-3-2",
    isMet: ({ content }) => content.targetsUnion !== "unanswered",
  },
  {
    // Reports a binding by contracts alone together with own targeting or monitoring of persons in the Union.
    id: "ADV1-targeting.binding",
    code: "ADV1-targeting",
    article: "3(2), 27",
    level: "advisable",
    field: "targetsUnion",
    applies: ({ content }) => content.targetsUnion === "yes",
    isMet: ({ organisation }) => organisation.gdprBinding !== "contractual-only",
  },
];

function isRepresentativeInQuestion({ duty, organisation, on }: Case): boolean {
  const isBoundBy3_2 = duty.reason === "own-targeted" || duty.reason === "own-targeting-unsaid";
  return isBoundBy3_2 && !isInEea(organisation.country, on);
}
