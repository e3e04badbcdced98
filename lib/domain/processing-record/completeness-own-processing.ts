import { always, quote, codeOfRule, isMeaningful, type Case, type Rule } from "./completeness-case";
import { isHollowList, isVagueData, isVaguePurpose, isVagueTerm } from "@/lib/domain/text/vagueness";

type Mention = Omit<Rule, "level" | "code">;

/** Article 30(1)(b) to (d): why, about whom, what, and for whom to see. */
const MENTIONS: readonly Mention[] = [
  {
    id: "REG1-b.missing",
    article: "30(1)(b)",
    field: "purposes",
    applies: (it) => !hasPurpose(it),
    isMet: () => false,
    params: ({ content }) => ({ text: quote(content.activity) }),
  },
  {
    // "Gestion" is what one does with everything: it is the purpose of nothing.
    id: "REG1-b.vague",
    article: "30(1)(b), 5(1)(b)",
    field: "purposes",
    applies: hasPurpose,
    isMet: ({ content }) => content.purposes.some((purpose) => !isVaguePurpose(purpose)),
    params: ({ content }) => ({ text: quote(content.purposes.join(", ")) }),
  },
  {
    id: "REG1-c.persons",
    article: "30(1)(c)",
    field: "persons",
    applies: always,
    isMet: ({ content }) => !isHollowList(content.persons),
  },
  {
    id: "REG1-c.data",
    article: "30(1)(c)",
    field: "dataCategories",
    applies: ({ content }) => isHollowList(content.dataCategories),
    isMet: () => false,
  },
  {
    id: "REG1-c.data-vague",
    article: "30(1)(c)",
    field: "dataCategories",
    applies: ({ content }) => !isHollowList(content.dataCategories),
    isMet: ({ content }) => content.dataCategories.some((data) => !isVagueData(data)),
    params: ({ content }) => ({ text: quote(content.dataCategories.join(", ")) }),
  },
  {
    // Processors are recipients too, 4(9). Whoever discloses to nobody says so with a word of why.
    id: "REG1-d.missing",
    article: "30(1)(d)",
    field: "recipients",
    applies: always,
    isMet: ({ content }) =>
      !isHollowList(content.recipients) || content.subProcessors.some(({ name }) => isMeaningful(name)),
  },
  {
    // "Including recipients in third countries": a country alone receives nothing.
    id: "REG1-d.third-country",
    article: "30(1)(d)",
    field: "destinations",
    applies: ({ content, transfers }) => content.transferAnswer === "yes" && transfers.length > 0,
    isMet: (it) => countriesWithoutRecipient(it).length === 0,
    params: (it) => ({ countries: countriesWithoutRecipient(it).join("|") }),
  },
];

/** Article 30(1)(f): until when. */
const TERM: readonly Mention[] = [
  {
    // "Where possible": a reason is an answer.
    id: "REG1-f.missing",
    article: "30(1)(f)",
    field: "retention",
    applies: ({ content }) => !isMeaningful(content.retention),
    isMet: ({ content }) => isMeaningful(content.retentionAbsentReason),
  },
  {
    id: "REG1-f.vague",
    article: "30(1)(f), 5(1)(e)",
    field: "retention",
    applies: ({ content }) => isMeaningful(content.retention),
    isMet: ({ content }) => !isVagueTerm(content.retention) || isMeaningful(content.retentionAbsentReason),
    params: ({ content }) => ({ text: quote(content.retention) }),
  },
];

export const OWN_PROCESSING_RULES: readonly Rule[] = MENTIONS.map(asRequired);
export const OWN_RETENTION_RULES: readonly Rule[] = TERM.map(asRequired);

function asRequired(mention: Mention): Rule {
  return { ...mention, code: codeOfRule(mention.id), level: "required" };
}

function hasPurpose({ content }: Case): boolean {
  return !isHollowList(content.purposes);
}

/** Third countries where the record names neither an importer nor a processor. */
function countriesWithoutRecipient({ transfers, content }: Case): string[] {
  const seats = content.subProcessors.map(({ country }) => country);
  const bare = transfers.filter(
    ({ destination: { country, place, internationalOrganisation } }) =>
      country !== null &&
      !seats.includes(country) &&
      !isMeaningful(place) &&
      !isMeaningful(internationalOrganisation),
  );
  return [...new Set(bare.map(({ name }) => name))];
}
