import { mayGovernClauses } from "@/lib/domain/statute/export-laws";
import { SCC_2021_IN_FORCE } from "@/lib/domain/statute/instruments";
import { namesBritishTool, namesSwissAdaptation } from "@/lib/domain/statute/tool-words";
import type { ClauseId } from "./clauses";
import type { ContractCase, ContractGap } from "./contract-case";
import { stateOn } from "./in-force";
import { mayInstructOn } from "./issues";
import { subProcessingOf } from "./sub-processing";

/** Condition on several parts of a contract: where it applies, the requirement must be met. */
export type ContractRule = Pick<ContractGap, "level" | "article" | "section"> & {
  /** Its words stand under `contract-gaps.<id>`. */
  id: string;
  clause: ClauseId;
  applies: (it: ContractCase) => boolean;
  isMet: (it: ContractCase) => boolean;
};

const isClausePresent = (it: ContractCase, id: ClauseId) =>
  it.asked.has(id) && it.contractTerms.clauses[id].answer === "present";
const hasModule2 = ({ contractTerms }: ContractCase) => contractTerms.instruments.scc914;
const usesModule2 = (it: ContractCase) => it.asked.has("K25") && hasModule2(it);

/** Reader's notes on the transfer tool. */
const toolNotes = ({ contractTerms: { clauses } }: ContractCase) =>
  [clauses.K25.place, clauses.K25.note].join(" ");

export const DOCUMENT_RULES: readonly ContractRule[] = [
  {
    id: "unsigned",
    clause: "K08",
    level: "required",
    article: "28(3), 28(9)",
    section: "dates",
    applies: () => true,
    isMet: ({ contract, on }) => contract.signedOn !== null && contract.signedOn <= on,
  },
  {
    // Signature binds the parties, whatever earlier date of effect the contract states.
    id: "signed-late",
    clause: "K08",
    level: "advisable",
    article: "28(3)",
    section: "dates",
    applies: ({ contract }) => contract.signedOn !== null && contract.effectiveOn !== null,
    isMet: ({ contract: { signedOn, effectiveOn } }) =>
      signedOn !== null && effectiveOn !== null && signedOn <= effectiveOn,
  },
  {
    id: "expired",
    clause: "K08",
    level: "required",
    article: "28(3)",
    section: "dates",
    applies: () => true,
    isMet: ({ contract, on }) => stateOn(contract, on) !== "expired",
  },
  {
    id: "no-instructor",
    clause: "K09",
    level: "advisable",
    article: "28(3)(a), 29",
    section: "instructors",
    applies: () => true,
    isMet: ({ instructors, on }) => instructors.some((instructor) => mayInstructOn(instructor, on)),
  },
  {
    id: "regime-unsaid",
    clause: "K13",
    level: "advisable",
    article: "28(2)",
    section: "terms",
    applies: (it) => isClausePresent(it, "K13"),
    isMet: ({ contractTerms, on }) => subProcessingOf(contractTerms, on).regime !== null,
  },
  {
    // No period is fixed by law: without one agreed, nobody can say when silence has lasted long enough.
    id: "no-objection-period",
    clause: "K14",
    level: "advisable",
    article: "28(2)",
    section: "terms",
    applies: ({ facts }) => facts.isGeneral,
    isMet: ({ contractTerms, on }) => subProcessingOf(contractTerms, on).days !== null,
  },
  {
    // A contract may fix one of the two as long as the controller can change its choice: EDPB 07/2020, §§139–140.
    id: "imposed-fate",
    clause: "K20",
    level: "advisable",
    article: "28(3)(g)",
    section: "terms",
    applies: (it) => isClausePresent(it, "K20"),
    isMet: ({ contractTerms }) =>
      contractTerms.terms.endFate === null || contractTerms.terms.endFate === "controller-chooses",
  },
  {
    id: "restricted-audit",
    clause: "K22",
    level: "required",
    article: "28(3)(h)",
    section: "terms",
    applies: (it) => isClausePresent(it, "K22"),
    isMet: ({ contractTerms }) => contractTerms.terms.auditRights !== "restricted",
  },
  {
    id: "only-915",
    clause: "K25",
    level: "required",
    article: "44, 46",
    section: "instruments",
    applies: (it) => isClausePresent(it, "K25") && it.contractTerms.instruments.scc915,
    isMet: hasModule2,
  },
  {
    id: "no-tool",
    clause: "K25",
    level: "required",
    article: "46",
    section: "instruments",
    applies: (it) =>
      isClausePresent(it, "K25") &&
      !it.contractTerms.instruments.scc915 &&
      !it.exportLaws.every((law) => law === "uk"),
    isMet: hasModule2,
  },
  {
    // UK GDPR 46: the agreement of the Commissioner, or the clauses of the Union with its addendum.
    id: "uk-tool",
    clause: "K25",
    level: "required",
    article: "UK GDPR 46",
    section: "clauses",
    applies: (it) => isClausePresent(it, "K25") && it.exportLaws.includes("uk"),
    isMet: (it) => namesBritishTool(toolNotes(it)),
  },
  {
    id: "swiss-clauses",
    clause: "K25",
    level: "advisable",
    article: "FADP 16(2)(d)",
    section: "clauses",
    applies: (it) => usesModule2(it) && it.exportLaws.includes("swiss"),
    isMet: (it) => namesSwissAdaptation(toolNotes(it)),
  },
  {
    id: "no-assessment",
    clause: "K25",
    level: "required",
    article: "46; 2021/914 §14",
    section: "instruments",
    applies: (it) => isClausePresent(it, "K25") && hasModule2(it),
    isMet: ({ contractTerms }) => contractTerms.instruments.tiaOn !== null,
  },
  {
    id: "scc-too-early",
    clause: "K25",
    level: "required",
    article: "2021/914",
    section: "instruments",
    applies: (it) => usesModule2(it) && it.contractTerms.instruments.scc914SignedOn !== null,
    isMet: ({ contractTerms: { instruments } }) =>
      instruments.scc914SignedOn !== null && instruments.scc914SignedOn >= SCC_2021_IN_FORCE,
  },
  {
    id: "option-unsaid",
    clause: "K25",
    level: "advisable",
    article: "2021/914 §§9(a), 17, 18",
    section: "instruments",
    applies: usesModule2,
    isMet: ({ contractTerms: { instruments } }) =>
      instruments.scc914Option !== null && instruments.scc914Law !== null && instruments.scc914Forum !== null,
  },
  {
    id: "option-differs",
    clause: "K25",
    level: "advisable",
    article: "2021/914 §9(a); 28(2)",
    section: "instruments",
    applies: (it) =>
      usesModule2(it) &&
      it.contractTerms.instruments.scc914Option !== null &&
      it.contractTerms.terms.authorisation !== null,
    isMet: ({ contractTerms }) =>
      contractTerms.instruments.scc914Option === contractTerms.terms.authorisation,
  },
  {
    // Clause 5: the period of the clauses prevails, and the parties should know which they go by.
    id: "days-differ",
    clause: "K25",
    level: "advisable",
    article: "2021/914 §§5, 9(a); 28(2)",
    section: "instruments",
    applies: usesModule2,
    isMet: ({ contractTerms, on }) => subProcessingOf(contractTerms, on).setAside.days === null,
  },
  {
    // Clauses 17 and 18: the law and the courts of a Member State, or of the controller's country as its law adapts them.
    id: "foreign-law",
    clause: "K25",
    level: "required",
    article: "2021/914 §§17, 18",
    section: "instruments",
    applies: usesModule2,
    isMet: ({ contractTerms: { instruments }, exportLaws, on }) =>
      [instruments.scc914Law, instruments.scc914Forum].every(
        (place) => place === null || mayGovernClauses(place, { laws: exportLaws, on }),
      ),
  },
  {
    // Drafted for importers that the GDPR does not itself reach, recital 7 and art. 1(1): to be reviewed.
    id: "importer-bound",
    clause: "K25",
    level: "advisable",
    article: "2021/914 §1(1); 3(2)",
    section: "instruments",
    applies: (it) => usesModule2(it) && it.contractTerms.terms.binding !== null,
    isMet: ({ contractTerms }) => contractTerms.terms.binding !== "direct_3_2",
  },
];
