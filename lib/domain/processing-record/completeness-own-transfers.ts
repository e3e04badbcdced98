import { isInEea } from "@/lib/domain/statute/eea";
import { SCC_MODULES } from "@/lib/domain/statute/instruments";
import { quote, type Case, type Rule } from "./completeness-case";
import { eachTransfer, SAFEGUARD_ADVICE, SAFEGUARD_RULES } from "./completeness-safeguards";
import { EXEMPTION_RULES, SECURITY_RULES } from "./completeness-security";
import { nameOf } from "./transfers";
import { isVague } from "@/lib/domain/text/vagueness";

const RULE = { code: "REG1-e", article: "30(1)(e)", level: "required" } as const;

const answersYes = ({ content }: Case): boolean => content.transferAnswer === "yes";
const answersNo = ({ content }: Case): boolean => content.transferAnswer === "no";

/** Article 30(1)(e), first part: whether the company itself sends its data to a third country, and to which. */
export const OWN_TRANSFER_RULES: readonly Rule[] = [
  {
    ...RULE,
    id: "REG1-e.unanswered",
    field: "transferAnswer",
    applies: () => true,
    isMet: ({ content }) => content.transferAnswer !== "unanswered",
  },
  {
    ...RULE,
    id: "REG1-e.contradiction",
    field: "transferAnswer",
    applies: answersNo,
    isMet: (it) => mentionedAbroad(it).length === 0,
    params: (it) => ({ countries: mentionedAbroad(it).join("|") }),
  },
  {
    ...RULE,
    id: "REG1-e.unnamed",
    field: "destinations",
    applies: answersYes,
    isMet: areAllNamed,
    params: ({ content }) => ({ text: quote(content.transferText) }),
  },
  {
    // A company in the Union has no third countries among the Member States.
    ...RULE,
    id: "REG1-e.within-eea",
    field: "destinations",
    applies: (it) => answersYes(it) && areAllNamed(it) && isInEea(it.organisation.country, it.on),
    isMet: (it) => it.content.destinations.some((destination) => isAbroad(destination.country, it)),
  },
  {
    ...RULE,
    id: "REG1-e.processors",
    field: "destinations",
    applies: (it) => answersYes(it) && areAllNamed(it),
    isMet: (it) => unlistedSeats(it).length === 0,
    params: (it) => ({ countries: unlistedSeats(it).join("|") }),
  },
];

/** Rules of chapter V that suppose a processor at the sending end, or a controller in another country. */
const OF_PROCESSORS = [
  "REG-7.module-misfit",
  "REG-7.uk-tool",
  "ADV-module.importer",
  "ADV-module.onward",
  "ADV-swiss-clauses",
];

/** Second part: chapter V is the same for whoever exports; the clauses a controller signs are modules 1 and 2. */
export const OWN_SAFEGUARD_RULES: readonly Rule[] = [
  ...SAFEGUARD_RULES.filter(({ id }) => !OF_PROCESSORS.includes(id)).map(ofOwnRegister),
  {
    ...eachTransfer({
      id: "REG1-e.module",
      article: "46(2)(c)",
      level: "required",
      faults: ({ tool, destination: { sccModule } }) =>
        tool === "scc-2021-914" && sccModule !== null && SCC_MODULES[sccModule].exporter !== "controller",
      params: (faulty) => ({ module: String(faulty[0]?.destination.sccModule ?? "") }),
    }),
    code: "REG1-e",
  },
];

export const OWN_SAFEGUARD_ADVICE: readonly Rule[] = SAFEGUARD_ADVICE.filter(
  ({ id }) => !OF_PROCESSORS.includes(id),
);

/** Article 30(1)(g) asks what 30(2)(d) asks, in the same words: "where possible". */
export const OWN_SECURITY_RULES: readonly Rule[] = SECURITY_RULES.filter(
  ({ level }) => level === "required",
).map((rule) => ({
  ...rule,
  id: rule.id.replace("REG-8", "REG1-g"),
  code: "REG1-g",
  article: rule.article.replace("30(2)(d)", "30(1)(g)"),
}));

/** 30(5) relieves of a duty: where there is none, nothing is claimed. */
export const OWN_EXEMPTION_RULES: readonly Rule[] = EXEMPTION_RULES.map((rule) => ({
  ...rule,
  applies: (it) => it.duty.basis === "statutory" && rule.applies(it),
}));

/** Same rule and same words, under the letter of this register. */
function ofOwnRegister(rule: Rule): Rule {
  return { ...rule, code: "REG1-e", article: rule.article.replace("30(2)(c)", "30(1)(e)") };
}

function areAllNamed({ content }: Case): boolean {
  const { destinations } = content;
  return destinations.length > 0 && destinations.every((destination) => !isVague(nameOf(destination)));
}

/** Accepts countries outside the EEA, the organisation's own excepted. */
function isAbroad(country: string | null, { organisation, on }: Case): boolean {
  return country === null || (country !== organisation.country && !isInEea(country, on));
}

/** Countries outside in the record itself: destinations, and processors who receive too. */
function mentionedAbroad(it: Case): string[] {
  const named = it.content.destinations
    .filter(({ country }) => isAbroad(country, it))
    .map(({ country, internationalOrganisation }) => country ?? internationalOrganisation);
  return [...new Set([...named, ...unlistedSeats(it)])].filter((name) => name !== "");
}

function unlistedSeats(it: Case): string[] {
  const listed = it.content.destinations.map(({ country }) => country);
  const seats = it.content.subProcessors.flatMap(({ country }) => country ?? []);
  return [...new Set(seats)].filter((country) => isAbroad(country, it) && !listed.includes(country));
}
