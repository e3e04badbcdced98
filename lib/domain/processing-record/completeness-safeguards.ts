import { isInEea } from "@/lib/domain/statute/eea";
import { SCC_2021_IN_FORCE, SCC_MODULES, type SccModule } from "@/lib/domain/statute/instruments";
import { namesPaper, quote, codeOfRule, isMeaningful, type Case, type Rule } from "./completeness-case";
import {
  namesBritishTool,
  namesOtherTool,
  namesSwissAdaptation,
  isUnsignedText,
} from "@/lib/domain/statute/tool-words";
import type { Transfer } from "./transfers";
import { isHollow } from "@/lib/domain/text/vagueness";

type TransferRule = Omit<Rule, "applies" | "isMet" | "params" | "field" | "code"> & {
  code?: string;
  /** The transfers for which the rule is broken. */
  faults: (transfer: Transfer, it: Case) => boolean;
  params?: (faulty: Transfer[]) => Record<string, string>;
};

/** A rule about every destination: one gap that names all those concerned. */
export function eachTransfer({ faults, params, ...rule }: TransferRule): Rule {
  const faulty = (it: Case): Transfer[] => it.transfers.filter((transfer) => faults(transfer, it));
  return {
    code: rule.level === "required" ? "REG-7" : codeOfRule(rule.id),
    ...rule,
    field: "destinations",
    applies: ({ content, transfers, exportLaws }) =>
      content.transferAnswer === "yes" && transfers.length > 0 && exportLaws.length > 0,
    isMet: (it) => faulty(it).length === 0,
    params: (it) => ({
      countries: namesOf(faulty(it)),
      // Register of the entry: the sentences name its article and the modules that apply to it.
      register: it.record.capacity,
      ...params?.(faulty(it)),
    }),
  };
}

/**
 * Article 30(2)(c), second part, and chapter V. Of safeguards, the register itself must hold only the documents
 * for transfers under the second subparagraph of 49(1). A tool that is missing, void or unfit is required to be put right all the same: no
 * valid tool means an unlawful transfer (44). What merely proves a valid one is advice.
 */
export const SAFEGUARD_RULES: readonly Rule[] = [
  eachTransfer({
    id: "REG-7.none",
    article: "44, 46",
    level: "required",
    faults: (transfer) => hasNoTool(transfer) && !isCoveredSilently(transfer),
  }),
  eachTransfer({
    // C-311/18, 16 July 2020; and it never covered any country but the United States.
    id: "REG-7.privacy-shield",
    article: "45, C-311/18",
    level: "required",
    faults: ({ tool, verdict }) => tool === "privacy-shield" && !verdict.valid,
  }),
  eachTransfer({
    // C-362/14, 6 October 2015.
    id: "REG-7.safe-harbor",
    article: "45, C-362/14",
    level: "required",
    faults: ({ tool, verdict }) => tool === "safe-harbor" && !verdict.valid,
  }),
  eachTransfer({
    id: "REG-7.no-chapter-v",
    article: "28(7), 46",
    level: "required",
    faults: (transfer) => transfer.tool === "scc-2021-915" && !isAdequate(transfer),
  }),
  eachTransfer({
    id: "REG-7.no-adequacy",
    article: "45",
    level: "required",
    faults: ({ tool, adequacy, name }) => tool === "adequacy" && name !== "" && adequacy === null,
  }),
  eachTransfer({
    id: "REG-7.lapsed-scc",
    article: "46(2)(c)",
    level: "required",
    // An adequacy decision for the whole country makes lapsed clauses harmless.
    faults: (transfer) => transfer.tool === "scc-2010-87" && !transfer.verdict.valid && !isAdequate(transfer),
  }),
  eachTransfer({
    id: "REG-7.which-scc",
    article: "46(2)(c)",
    level: "required",
    faults: (transfer) => transfer.tool === "scc-unspecified" && !isAdequate(transfer),
  }),
  eachTransfer({
    // An importer that is a controller is not this processor: module 1, and 4 unless it hands data back.
    id: "REG-7.module-misfit",
    article: "46(2)(c)",
    level: "required",
    faults: (transfer, it) => makesControllerOfImporter(transfer) && !sendsBack(transfer, it),
    params: (faulty) => ({ module: String(faulty[0]?.destination.sccModule ?? "") }),
  }),
  eachTransfer({
    // Signed before it existed, or on a day to come: it covers nothing yet.
    id: "REG-7.not-in-force",
    article: "46(2)(c)",
    level: "required",
    faults: (transfer, { on }) => !isAdequate(transfer) && (isTooEarly(transfer) || isToCome(transfer, on)),
    params: (faulty) => ({ date: faulty[0]?.destination.signedOn?.value ?? "" }),
  }),
  eachTransfer({
    id: "REG-7.unsigned",
    article: "46",
    level: "required",
    faults: (transfer) => isUnsigned(transfer) && !isAdequate(transfer),
  }),
  eachTransfer({
    id: "REG-7.other-unsaid",
    article: "46",
    level: "required",
    faults: (transfer) =>
      transfer.tool === "other" && isHollow(transfer.destination.instrumentText) && !isAdequate(transfer),
  }),
  eachTransfer({
    // A commercial contract, an agreement, a "GDPR clause": an instrument is named or it is none.
    id: "REG-7.other-none",
    article: "46",
    level: "required",
    faults: (transfer, it) => isNoInstrument(transfer, it) && !isAdequate(transfer),
    params: (faulty) => ({ text: quote(faulty[0]?.destination.instrumentText ?? "") }),
  }),
  eachTransfer({
    // UK GDPR 46: the clauses of the Union serve with the Commissioner's addendum, or the agreement in their place.
    id: "REG-7.uk-tool",
    article: "UK GDPR 46",
    level: "required",
    faults: ({ tool, adequacy, destination }, { exportLaws }) =>
      exportLaws.includes("uk") &&
      adequacy === null &&
      (tool === "scc-2021-914" || tool === "scc-unspecified") &&
      !namesBritishTool(destination.instrumentText),
  }),
  eachTransfer({
    // Article 49(1), second subparagraph: a transfer that is not repetitive and concerns a limited number of
    // persons, for compelling legitimate interests of the controller. What is regular is repetitive.
    id: "REG-7.derogation-regular",
    article: "49(1)",
    level: "required",
    faults: (transfer, { content }) =>
      transfer.tool === "derogation-49-1-2" && REGULAR.includes(content.frequency) && !isAdequate(transfer),
  }),
  eachTransfer({
    id: "REG-7.derogation-documents",
    article: "30(2)(c), 49(1)",
    level: "required",
    faults: ({ tool, destination }) =>
      tool === "derogation-49-1-2" && !namesPaper(destination.derogationDocuments),
  }),
];

/** Advice on evidence that supports the tool or casts doubt on it. */
export const SAFEGUARD_ADVICE: readonly Rule[] = [
  eachTransfer({
    id: "ADV-adequacy",
    article: "45",
    level: "advisable",
    faults: (transfer) =>
      (transfer.tool === "adequacy" || (hasNoTool(transfer) && isCoveredSilently(transfer))) &&
      transfer.adequacy !== null &&
      transfer.adequacy.reach !== "country" &&
      !isMeaningful(transfer.destination.instrumentText),
  }),
  eachTransfer({
    // Registers need not contain the module; the proof of chapter V does.
    id: "ADV-module.missing",
    article: "46(2)(c)",
    level: "advisable",
    faults: ({ tool, destination }) => tool === "scc-2021-914" && destination.sccModule === null,
  }),
  eachTransfer({
    id: "ADV-module.importer",
    article: "46(2)(c)",
    level: "advisable",
    faults: (transfer) => transfer.isOwnPlace && usesModule(transfer, 3),
  }),
  eachTransfer({
    id: "ADV-module.onward",
    article: "28(4), 46(2)(c)",
    level: "advisable",
    faults: (transfer) => !transfer.isOwnPlace && transfer.name !== "" && usesModule(transfer, 2),
  }),
  eachTransfer({
    id: "ADV-signature",
    article: "46(2)(c)",
    level: "advisable",
    faults: ({ tool, destination }) => tool === "scc-2021-914" && destination.signedOn === null,
  }),
  eachTransfer({
    id: "ADV-tia",
    article: "46, C-311/18",
    level: "advisable",
    faults: ({ tool, destination }) => rests46(tool) && destination.assessedOn === null,
  }),
  eachTransfer({
    // Recital 111 and EDPB 2/2018: a derogation does not carry what is done every day.
    id: "ADV-derogation",
    article: "49(1)",
    level: "advisable",
    faults: (transfer, { content }) =>
      !isAdequate(transfer) &&
      (transfer.tool === "derogation-49-1"
        ? content.frequency !== "occasional"
        : transfer.tool === "derogation-49-1-2" && content.frequency === "unanswered"),
  }),
  eachTransfer({
    // The clauses of the Union stand under the FADP as the commissioner has them adapted.
    id: "ADV-swiss-clauses",
    article: "FADP 16(2)(d)",
    level: "advisable",
    faults: ({ tool, adequacy, destination }, { exportLaws }) =>
      exportLaws.includes("swiss") &&
      adequacy === null &&
      tool === "scc-2021-914" &&
      !namesSwissAdaptation(destination.instrumentText),
  }),
];

const REGULAR: readonly string[] = ["continuous", "daily", "regular"];

function isTooEarly({ tool, signedBy }: Transfer): boolean {
  return tool === "scc-2021-914" && signedBy !== null && signedBy < SCC_2021_IN_FORCE;
}

function isToCome({ tool, destination }: Transfer, on: string): boolean {
  return isSignable(tool) && (destination.signedOn?.value ?? "") > on;
}

/** Accepts tools stated as unsigned, and linked rows without a signature. */
function isUnsigned({ tool, destination }: Transfer): boolean {
  if (!isSignable(tool) || destination.signedOn !== null) return false;
  const isOfRow = destination.transferId !== null && tool === "scc-2021-914";
  return isOfRow || isUnsignedText(destination.instrumentText);
}

function isSignable(tool: Transfer["tool"]): boolean {
  return rests46(tool) || tool === "other" || tool === "scc-2021-915";
}

function isNoInstrument({ tool, destination: { instrumentText } }: Transfer, { exportLaws }: Case): boolean {
  if (tool !== "other" || isHollow(instrumentText)) return false;
  return !namesOtherTool(instrumentText) && !(exportLaws.includes("uk") && namesBritishTool(instrumentText));
}

function hasNoTool({ tool }: Transfer): boolean {
  return tool === null || tool === "none";
}

/** An adequate country needs no tool, unless the decision reaches certified importers alone. */
function isCoveredSilently({ adequacy }: Transfer): boolean {
  return adequacy !== null && adequacy.reach !== "certified";
}

/** 45(1): a transfer there needs no other tool. */
function isAdequate({ adequacy }: Transfer): boolean {
  return adequacy?.reach === "country";
}

function usesModule({ tool, destination }: Transfer, module: SccModule): boolean {
  return tool === "scc-2021-914" && destination.sccModule === module;
}

function makesControllerOfImporter({ tool, destination: { sccModule } }: Transfer): boolean {
  return tool === "scc-2021-914" && sccModule !== null && SCC_MODULES[sccModule].importer === "controller";
}

/** A processor in the EEA hands the data back to its controller outside: module 4. */
function sendsBack(transfer: Transfer, { controller, organisation, controllerPlace, on }: Case): boolean {
  const isFromEea = isInEea(organisation.country, on) && controllerPlace === "outside";
  return usesModule(transfer, 4) && isFromEea && transfer.name === controller.country;
}

/** Tools of article 46 stand only if the law of the destination lets them, clause 14. */
function rests46(tool: Transfer["tool"]): boolean {
  return (
    tool === "scc-2021-914" ||
    tool === "scc-unspecified" ||
    tool === "bcr" ||
    tool === "code-or-certification"
  );
}

function namesOf(transfers: Transfer[]): string {
  return [...new Set(transfers.map(({ name }) => name))].filter((name) => name !== "").join("|");
}
