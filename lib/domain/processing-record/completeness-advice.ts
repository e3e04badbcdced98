import { firstDay, lastDay } from "@/lib/domain/time/partial-date";
import { quote, codeOfRule, isMeaningful, always, type Case, type Rule } from "./completeness-case";
import type { RecordField } from "./types";
import { isHollow, isHollowList } from "@/lib/domain/text/vagueness";
import { reviewDueDay } from "./review";
import { namesBankDetails, namesSpecialData } from "@/lib/domain/text/special-words";

type Advice = Omit<Rule, "code" | "level">;

/** Worth writing, never demanded by 30(2). Purpose and retention are not here: they are the controller's, 30(1). */
const OUTSIDE_REGULATION: readonly Advice[] = [
  listed("ADV-persons", "28(3)", "persons"),
  listed("ADV-data", "28(3)", "dataCategories"),
  {
    // A client that is the processor of others is not the controller whose name article 30(2)(a) asks for.
    id: "ADV-role",
    article: "30(2)(a), 28(4)",
    field: "controller",
    applies: ({ isControllerNamed }) => isControllerNamed,
    isMet: ({ controller }) => controller.isRoleUnsaid !== true,
  },
  {
    id: "ADV-special.unanswered",
    article: "9(1)",
    field: "specialAnswer",
    applies: (it) => !(isMarkedUnanswered(it) && isBankAlone(it)),
    isMet: ({ content }) => content.specialAnswer !== "unanswered",
  },
  {
    // Bank details deserve care but are no special category.
    id: "ADV-special.bank",
    article: "9(1)",
    field: "specialAnswer",
    // Applies to unanswered fields with data marked sensitive too.
    applies: (it) => isSpecialUnspecified(it) || isMarkedUnanswered(it),
    isMet: (it) => !isBankAlone(it),
    params: ({ content }) => ({ text: quote(content.specialText || content.dataCategories.join(", ")) }),
  },
  {
    id: "ADV-special.kind",
    article: "9(1), 10",
    field: "specialCategories",
    applies: (it) => isSpecialUnspecified(it) && !isBankAlone(it),
    isMet: () => false,
  },
  {
    id: "ADV-minors",
    article: "8",
    field: "minorsAnswer",
    applies: always,
    isMet: ({ content }) => content.minorsAnswer !== "unanswered",
  },
  {
    id: "ADV-sub-processors.unanswered",
    article: "28(2)",
    field: "subProcessorsAnswer",
    applies: ({ content }) => content.subProcessors.length === 0,
    isMet: ({ content }) => content.subProcessorsAnswer !== "unanswered",
  },
  {
    id: "ADV-sub-processors.unnamed",
    article: "28(2)",
    field: "subProcessors",
    applies: ({ content }) => content.subProcessorsAnswer === "yes",
    isMet: ({ content }) => content.subProcessors.some(({ name }) => isMeaningful(name)),
  },
  {
    id: "ADV-sub-processors.unlocated",
    article: "28(2), 44",
    field: "subProcessors",
    applies: ({ content }) => content.subProcessors.length > 0,
    isMet: ({ content }) => content.subProcessors.every(({ country }) => country !== null),
    params: ({ content }) => ({
      text: quote(content.subProcessors.flatMap(({ name, country }) => (country ? [] : name)).join(", ")),
    }),
  },
  {
    id: "ADV-contract",
    article: "28(3)",
    field: "contractReference",
    applies: always,
    isMet: ({ content }) => !isHollow(content.contractReference),
  },
  {
    id: "ADV-start",
    article: "28(3)",
    field: "startsOn",
    applies: always,
    isMet: ({ content }) => content.startsOn !== null,
  },
  {
    id: "ADV-period",
    article: "28(3)",
    field: "endsOn",
    applies: ({ content }) => content.startsOn !== null && content.endsOn !== null,
    isMet: ({ content: { startsOn, endsOn } }) =>
      !startsOn || !endsOn || firstDay(startsOn) <= lastDay(endsOn),
    params: ({ content }) => ({ date: content.endsOn?.value ?? "" }),
  },
  {
    // Article 28(3)(g): the controller chooses what becomes of the data at the end.
    id: "ADV-end",
    article: "28(3)(g)",
    field: "endsOn",
    applies: ({ record, content }) => record.state !== "ended" && content.endsOn !== null,
    isMet: ({ content, on }) => content.endsOn === null || lastDay(content.endsOn) >= on,
    params: ({ content }) => ({ date: content.endsOn?.value ?? "" }),
  },
  {
    id: "ADV-review.missing",
    article: "30(4)",
    field: "reviewedOn",
    applies: isStillRetained,
    isMet: ({ content }) => content.reviewedOn !== null,
  },
  {
    id: "ADV-review.old",
    article: "30(4)",
    field: "reviewedOn",
    applies: (it) => isStillRetained(it) && it.content.reviewedOn !== null,
    isMet: (it) => it.on <= reviewDueDay(it.content),
    params: ({ content }) => ({ date: content.reviewedOn?.value ?? "" }),
  },
];

export const ADDITIONAL_ADVICE: readonly Rule[] = OUTSIDE_REGULATION.map((advice) => ({
  ...advice,
  code: codeOfRule(advice.id),
  level: "advisable",
}));

function listed(id: string, article: string, field: RecordField & ("persons" | "dataCategories")): Advice {
  return { id, article, field, applies: always, isMet: ({ content }) => !isHollowList(content[field]) };
}

function isSpecialUnspecified({ content }: Case): boolean {
  return content.specialAnswer === "yes" && content.specialCategories.length === 0;
}

function isMarkedUnanswered({ content }: Case): boolean {
  return content.specialAnswer === "unanswered" && content.specialText !== "";
}

function isBankAlone({ content }: Case): boolean {
  const words = [content.specialText, ...content.dataCategories].join("\n");
  return namesBankDetails(words) && !namesSpecialData(words);
}

function isStillRetained({ record }: Case): boolean {
  return record.state !== "ended";
}
