import { basisOf } from "@/lib/domain/organisation/binding";
import { isInEea } from "@/lib/domain/statute/eea";
import { quote, isMeaningful, type Case, type Rule } from "./completeness-case";
import { isOutsideEea, nameOf } from "./transfers";
import { isVague } from "@/lib/domain/text/vagueness";
import { claimsDirectCollection, mentionsHosting } from "./transfer-reasons";

const RULE = { code: "REG-6", level: "required" } as const;

const answersYes = ({ content }: Case): boolean => content.transferAnswer === "yes";
const answersNo = ({ content }: Case): boolean => content.transferAnswer === "no";

/** Article 30(2)(c), first part: is there a transfer, and to which third country by name. */
export const TRANSFER_RULES: readonly Rule[] = [
  {
    ...RULE,
    id: "REG-6.unanswered",
    article: "30(2)(c)",
    field: "transferAnswer",
    applies: () => true,
    isMet: ({ content }) => content.transferAnswer !== "unanswered",
  },
  {
    // Seeing from Morocco data kept in Paris is a transfer: where they are hosted settles nothing.
    ...RULE,
    id: "REG-6.presumed",
    article: "30(2)(c), 44",
    field: "transferAnswer",
    applies: answersNo,
    isMet: (it) => !isPresumed(it),
    params: ({ presumedCountry, content }) => ({
      countries: presumedCountry ?? "",
      text: quote(content.transferReason),
    }),
  },
  {
    ...RULE,
    id: "REG-6.contradiction",
    article: "30(2)(c)",
    field: "transferAnswer",
    applies: (it) => answersNo(it) && !isPresumed(it),
    isMet: (it) => mentionedAbroad(it).length === 0,
    params: (it) => ({ countries: mentionedAbroad(it).join("|") }),
  },
  {
    ...RULE,
    id: "REG-6.no-reason",
    article: "30(2)(c)",
    field: "transferReason",
    applies: (it) => answersNo(it) && it.mayTransfer && !isPresumed(it) && mentionedAbroad(it).length === 0,
    isMet: ({ content }) => isMeaningful(content.transferReason),
  },
  {
    ...RULE,
    id: "REG-6.unnamed",
    article: "30(2)(c)",
    field: "destinations",
    applies: answersYes,
    isMet: areAllNamed,
    params: ({ content }) => ({ text: quote(content.transferText) }),
  },
  {
    ...RULE,
    id: "REG-6.own-country",
    article: "30(2)(c)",
    field: "destinations",
    applies: (it) => answersYes(it) && areAllNamed(it) && it.presumedCountry !== null,
    isMet: (it) => it.content.destinations.some(({ country }) => country === it.presumedCountry),
    params: ({ presumedCountry }) => ({ countries: presumedCountry ?? "" }),
  },
  {
    ...RULE,
    id: "REG-6.within-eea",
    article: "30(2)(c)",
    field: "destinations",
    applies: (it) => answersYes(it) && areAllNamed(it) && it.presumedCountry === null,
    isMet: (it) => namedAbroad(it).length > 0,
  },
];

export const TRANSFER_ADVICE: readonly Rule[] = [
  {
    // EDPB 05/2021: data given by the persons themselves are not sent by an exporter. The DPO settles it.
    id: "ADV-direct-collection",
    code: "ADV-direct-collection",
    article: "44",
    level: "advisable",
    field: "transferReason",
    applies: (it) => answersNo(it) && it.presumedCountry !== null,
    isMet: (it) => isPresumed(it),
  },
  {
    id: "ADV-hosting",
    code: "ADV-hosting",
    article: "44",
    level: "advisable",
    field: "transferReason",
    applies: (it) => answersNo(it) && it.presumedCountry === null && it.mayTransfer,
    isMet: ({ content }) => !mentionsHosting(content.transferReason),
    params: ({ content }) => ({ text: quote(content.transferReason) }),
  },
  {
    id: "ADV-sub-processors.abroad",
    code: "ADV-sub-processors",
    article: "30(2)(c), 28(4)",
    level: "advisable",
    field: "destinations",
    applies: (it) => answersYes(it) && areAllNamed(it),
    isMet: (it) => unlistedCountries(it).length === 0,
    params: (it) => ({ countries: unlistedCountries(it).join("|") }),
  },
];

/** Remote access by this organisation makes the transfer certain, save for data that come from the persons. */
function isPresumed({ presumedCountry, content }: Case): boolean {
  return presumedCountry !== null && !claimsDirectCollection(content.transferReason);
}

/** "Hors UE" names no country: every destination has one, or an international organisation. */
function areAllNamed({ content }: Case): boolean {
  const { destinations } = content;
  return destinations.length > 0 && destinations.every((destination) => !isVague(nameOf(destination)));
}

function namedAbroad({ content, on }: Case): string[] {
  const abroad = content.destinations.filter((destination) => isOutsideEea(destination, on)).map(nameOf);
  return [...new Set(abroad)].filter((name) => name !== "");
}

/** Places outside the EEA in the record's own words: destinations, and sub-processors who receive too. */
function mentionedAbroad(it: Case): string[] {
  const abroad = it.content.destinations
    .filter((destination) => isOutsideEea(destination, it.on))
    .map(({ country, internationalOrganisation }) => country ?? internationalOrganisation);
  const theirs = isOutsideRegulation(it) ? [] : unlistedCountries(it);
  return [...new Set([...abroad, ...theirs])].filter((name) => name !== "");
}

/** A client outside the EEA, a processor bound by contract alone: the DPO answers with a reason, article 3. */
function isOutsideRegulation({ controllerPlace, organisation }: Case): boolean {
  return controllerPlace === "outside" && basisOf(organisation).basis === "contractual";
}

function unlistedCountries({ content, on }: Case): string[] {
  const listed = content.destinations.map(({ country }) => country);
  const theirs = content.subProcessors.flatMap(({ country }) => country ?? []);
  return [...new Set(theirs)].filter((country) => !isInEea(country, on) && !listed.includes(country));
}
