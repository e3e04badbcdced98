import { firstDay, lastDay } from "@/lib/domain/time/partial-date";
import { always, quote, codeOfRule, isMeaningful, type Case, type Rule } from "./completeness-case";
import { ADDITIONAL_ADVICE } from "./completeness-advice";
import { namesIdentityCard, namesSpecialData } from "@/lib/domain/text/special-words";

type Advice = Omit<Rule, "code" | "level">;

/** Advice on data and reviews that is the same for both registers. */
const SHARED = ["ADV-special", "ADV-minors", "ADV-review"];

/** Worth writing, never demanded by 30(1): what makes the processing lawful and known, and the filings of law 09-08. */
const OWN: readonly Advice[] = [
  {
    id: "ADV1-legal-basis.missing",
    article: "6(1)",
    field: "legalBases",
    applies: always,
    isMet: ({ content }) => content.legalBases.length > 0,
  },
  {
    id: "ADV1-legal-basis.special",
    article: "9(2), 10",
    field: "specialCondition",
    applies: ({ content }) => content.specialAnswer === "yes" || content.specialCategories.length > 0,
    isMet: ({ content }) => isMeaningful(content.specialCondition),
  },
  {
    id: "ADV1-information",
    article: "13, 14",
    field: "informationNotice",
    applies: always,
    isMet: ({ content }) => isMeaningful(content.informationNotice),
  },
  {
    id: "ADV1-processors.unanswered",
    article: "28(3)",
    field: "subProcessorsAnswer",
    applies: ({ content }) => content.subProcessors.length === 0,
    isMet: ({ content }) => content.subProcessorsAnswer !== "unanswered",
  },
  {
    id: "ADV1-processors.unnamed",
    article: "28(3)",
    field: "subProcessors",
    applies: ({ content }) => content.subProcessorsAnswer === "yes",
    isMet: ({ content }) => content.subProcessors.some(({ name }) => isMeaningful(name)),
  },
  {
    id: "ADV1-processors.unlocated",
    article: "28(3), 44",
    field: "subProcessors",
    applies: ({ content }) => content.subProcessors.length > 0,
    isMet: ({ content }) => content.subProcessors.every(({ country }) => country !== null),
    params: ({ content }) => ({
      text: quote(content.subProcessors.flatMap(({ name, country }) => (country ? [] : name)).join(", ")),
    }),
  },
  {
    // Law 09-08, 12(2) and 15: declared before it begins; the number stands on the notices, 5(1)(d).
    id: "ADV1-cndp.declaration",
    article: "09-08, 12",
    field: "cndpNumbers",
    applies: (it) => isMoroccan(it) && !needsAuthorisation(it),
    isMet: ({ content }) => content.cndpNumbers.some(isMeaningful),
  },
  {
    // 12(1): sensitive data, offences and the number of the identity card want an authorisation, not a receipt.
    id: "ADV1-cndp.authorisation",
    article: "09-08, 12(1), 21",
    field: "cndpNumbers",
    applies: (it) => isMoroccan(it) && needsAuthorisation(it),
    isMet: ({ content }) => content.cndpNumbers.some(isAuthorisation),
    params: (it) => ({ text: quote(it.content.cndpNumbers.join(", ")) }),
  },
  {
    // 43 and 44: leaving Morocco is a transfer there, also towards the Union.
    id: "ADV1-cndp.transfer",
    article: "09-08, 43–44",
    field: "destinations",
    applies: (it) => isMoroccan(it) && countriesLeftFor(it).length > 0,
    isMet: ({ content }) => content.cndpNumbers.some(isTransferFiling),
    params: (it) => ({ countries: countriesLeftFor(it).join("|") }),
  },
  {
    id: "ADV1-period",
    article: "30(1)",
    field: "endsOn",
    applies: ({ content }) => content.startsOn !== null && content.endsOn !== null,
    isMet: ({ content: { startsOn, endsOn } }) =>
      !startsOn || !endsOn || firstDay(startsOn) <= lastDay(endsOn),
    params: ({ content }) => ({ date: content.endsOn?.value ?? "" }),
  },
];

export const OWN_ADVICE: readonly Rule[] = [
  ...OWN.map((advice): Rule => ({ ...advice, code: codeOfRule(advice.id), level: "advisable" })),
  ...ADDITIONAL_ADVICE.filter(({ code }) => SHARED.includes(code)),
];

function isMoroccan({ organisation }: Case): boolean {
  return organisation.country === "MA";
}

function needsAuthorisation({ content }: Case): boolean {
  const words = [content.specialText, ...content.dataCategories].join("\n");
  const isSensitive = content.specialAnswer === "yes" || content.specialCategories.length > 0;
  return (
    isSensitive || namesIdentityCard(words) || (content.specialAnswer !== "no" && namesSpecialData(words))
  );
}

/** "A-PO-268/2024", « autorisation du 3 mai »: numbers of the CNDP begin with what they are. */
function isAuthorisation(text: string): boolean {
  return /^\s*A\s*-|autori[sz]|إذن|اذن/i.test(text);
}

/** "T-…", "F118", « demande de transfert ». */
function isTransferFiling(text: string): boolean {
  return /^\s*T\s*-|F\s*-?118|transf|نقل/i.test(text);
}

/** Every country but Morocco where the data arrive: the destinations, and the seats of processors. */
function countriesLeftFor({ content, organisation }: Case): string[] {
  const named = [...content.destinations, ...content.subProcessors].flatMap(({ country }) => country ?? []);
  return [...new Set(named)].filter((country) => country !== organisation.country);
}
