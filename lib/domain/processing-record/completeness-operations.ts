import { quote, isMeaningful, type Case, type Rule } from "./completeness-case";
import { enumeratesOperations, isVague } from "@/lib/domain/text/vagueness";

/** Article 30(2)(b): the operations really done for this controller. */
export const OPERATION_RULES: readonly Rule[] = [
  {
    id: "REG-5.operations",
    code: "REG-5",
    article: "30(2)(b)",
    level: "required",
    field: "operations",
    applies: (it) => !isActivityVague(it) && !hasActivity(it),
    isMet: describesOperations,
    params: ({ content }) => ({ text: quote(content.activity) }),
  },
  {
    id: "REG-5.vague",
    code: "REG-5",
    article: "30(2)(b)",
    level: "required",
    field: "operations",
    applies: (it) => isActivityVague(it) || hasActivity(it),
    isMet: describesOperations,
    params: (it) => ({
      text: quote(hasActivity(it) ? it.content.operations.join(", ") : it.content.activity),
    }),
  },
];

export const OPERATION_ADVICE: readonly Rule[] = [
  {
    // The operations say it all, but the title under which they are listed says nothing.
    id: "ADV-activity",
    code: "ADV-activity",
    article: "30(2)(b)",
    level: "advisable",
    field: "activity",
    applies: describesOperations,
    isMet: (it) => !isActivityVague(it),
    params: ({ content }) => ({ text: quote(content.activity) }),
  },
];

/** The operations describe something, or the activity itself lists several. */
function describesOperations(it: Case): boolean {
  const names = namesOf(it);
  const { operations, activity } = it.content;
  return operations.some((operation) => !isVague(operation, names)) || enumeratesOperations(activity, names);
}

function hasActivity({ content }: Case): boolean {
  return content.operations.some(isMeaningful);
}

function isActivityVague(it: Case): boolean {
  return isVague(it.content.activity, namesOf(it));
}

function namesOf({ controller, organisation }: Case): string[] {
  return [controller.legalName, organisation.legalName];
}
