import { mayGovernClauses } from "@/lib/domain/statute/export-laws";
import { SCC_2021_IN_FORCE } from "@/lib/domain/statute/instruments";
import { ASSESSMENT_RULES } from "./assessment-rules";
import { modulesFor } from "./transfer-case";
import { isDerogation, needsTool, usesClauses, type TransferRule } from "./transfer-rule";

const SIGNED: readonly (string | null)[] = ["scc-2021-914", "uk-idta", "bcr", "code-or-certification"];

/** Every condition of a transfer, importer and tool first. */
export const TRANSFER_RULES: readonly TransferRule[] = [
  {
    id: "importer-unnamed",
    level: "required",
    article: "46; 2021/914 ann. I.A",
    section: "importer",
    field: "name",
    applies: () => true,
    isMet: ({ content }) => content.importer.name !== "",
  },
  {
    id: "country-unnamed",
    level: "required",
    article: "44",
    section: "importer",
    field: "country",
    applies: () => true,
    isMet: ({ content }) => content.importer.country !== null,
  },
  {
    // PIPEDA, APPI, the Data Privacy Framework: a decision for some importers covers nobody until it is shown.
    id: "standing-unsaid",
    level: "required",
    article: "45",
    section: "importer",
    field: "standing",
    applies: ({ content, isPartyUnknown }) => isPartyUnknown && content.tool.tool === "adequacy",
    isMet: () => false,
  },
  {
    id: "tool-missing",
    level: "required",
    article: "44, 46",
    section: "tool",
    field: "tool",
    applies: needsTool,
    isMet: ({ content }) => content.tool.tool !== null,
  },
  {
    id: "not-adequate",
    level: "required",
    article: "45",
    section: "tool",
    field: "tool",
    applies: (it) => needsTool(it) && !it.isPartyUnknown && it.content.importer.country !== null,
    isMet: ({ content }) => content.tool.tool !== "adequacy",
  },
  {
    // The clauses of 28(7), recital 9 of 2021/915: they bind the parties and open no transfer.
    id: "opens-no-transfer",
    level: "required",
    article: "46; 2021/915",
    section: "tool",
    field: "tool",
    applies: needsTool,
    isMet: ({ verdict }) => verdict?.valid !== false || verdict.why !== "opens-no-transfer",
  },
  {
    // The Privacy Shield since 16 July 2020, the clauses of 2010 since 28 December 2022.
    id: "tool-void",
    level: "required",
    article: "44, 46",
    section: "tool",
    field: "tool",
    applies: needsTool,
    isMet: ({ verdict }) => verdict?.valid !== false || verdict.why === "opens-no-transfer",
  },
  {
    // The British Commissioner's agreement is no tool of the Union's chapter V, nor of the FADP.
    id: "idta-elsewhere",
    level: "required",
    article: "44, 46",
    section: "tool",
    field: "tool",
    applies: (it) => needsTool(it) && it.content.tool.tool === "uk-idta",
    isMet: ({ exportLaws }) => exportLaws.every((law) => law === "uk"),
  },
  {
    // The clauses of the Union serve a British controller with the Commissioner's addendum, in force since 21 March 2022.
    id: "uk-addendum",
    level: "required",
    article: "UK GDPR 46",
    section: "tool",
    field: "adaptation",
    applies: (it) => usesClauses(it) && it.exportLaws.includes("uk"),
    isMet: ({ content }) => content.tool.adaptation === "uk-addendum",
  },
  {
    id: "swiss-adaptation",
    level: "advisable",
    article: "FADP 16(2)(d)",
    section: "tool",
    field: "adaptation",
    applies: (it) => usesClauses(it) && it.exportLaws.includes("swiss"),
    isMet: ({ content }) => content.tool.adaptation === "swiss-fdpic",
  },
  {
    id: "module-missing",
    level: "required",
    article: "2021/914",
    section: "tool",
    field: "module",
    applies: usesClauses,
    isMet: ({ content }) => content.tool.module !== null,
  },
  {
    id: "module-wrong",
    level: "required",
    article: "2021/914",
    section: "tool",
    field: "module",
    applies: (it) => usesClauses(it) && it.content.tool.module !== null,
    isMet: ({ content, controller }) =>
      content.tool.module !== null &&
      modulesFor(content.flow, controller?.clientRole).includes(content.tool.module),
  },
  {
    // Module 3 is signed by a processor: a client that is called a controller has said which of the two it is only once.
    id: "module-role",
    level: "advisable",
    article: "2021/914",
    section: "tool",
    field: "module",
    applies: (it) => usesClauses(it) && it.content.flow === "to-organisation" && it.content.tool.module === 3,
    isMet: ({ controller }) => controller?.clientRole === "processor",
  },
  {
    // Clauses by both parties; binding rules and commitments to a code or a certification by whoever joins them.
    id: "unsigned",
    level: "required",
    article: "46(2); 2021/914 ann. I.A",
    section: "tool",
    field: "signedOn",
    applies: (it) => needsTool(it) && SIGNED.includes(it.content.tool.tool),
    isMet: ({ content, on }) => content.tool.signedOn !== null && content.tool.signedOn <= on,
  },
  {
    id: "signed-too-early",
    level: "required",
    article: "2021/914",
    section: "tool",
    field: "signedOn",
    applies: (it) => usesClauses(it) && it.content.tool.signedOn !== null,
    isMet: ({ content: { tool } }) => tool.signedOn !== null && tool.signedOn >= SCC_2021_IN_FORCE,
  },
  {
    id: "option-unsaid",
    level: "required",
    article: "2021/914 cl. 9(a)",
    section: "tool",
    field: "authorisation",
    applies: usesClauses,
    isMet: ({ content }) => content.tool.authorisation !== null,
  },
  {
    // Clause 9(a) has a period to be filled in under both options.
    id: "period-unsaid",
    level: "required",
    article: "2021/914 cl. 9(a)",
    section: "tool",
    field: "noticeDays",
    applies: (it) => usesClauses(it) && it.content.tool.authorisation !== null,
    isMet: ({ content }) => content.tool.noticeDays !== null,
  },
  {
    id: "law-unsaid",
    level: "required",
    article: "2021/914 cl. 17, 18",
    section: "tool",
    field: "law",
    applies: usesClauses,
    isMet: ({ content }) => content.tool.law !== null && content.tool.forum !== null,
  },
  {
    // The law and the courts of a Member State, for modules 2 and 3; or of the controller's country as its law adapts them.
    id: "law-outside",
    level: "required",
    article: "2021/914 cl. 17, 18(b)",
    section: "tool",
    field: "law",
    applies: usesClauses,
    isMet: ({ content, exportLaws, on }) =>
      [content.tool.law, content.tool.forum].every(
        (place) => place === null || mayGovernClauses(place, { laws: exportLaws, on }),
      ),
  },
  {
    id: "authority-unsaid",
    level: "required",
    article: "2021/914 cl. 13, ann. I.C",
    section: "tool",
    field: "authority",
    applies: usesClauses,
    isMet: ({ content }) => content.tool.authority !== "",
  },
  {
    id: "choices-unsaid",
    level: "advisable",
    article: "2021/914 cl. 7, 11(a)",
    section: "tool",
    field: "docking",
    applies: usesClauses,
    isMet: ({ content }) => content.tool.docking !== null && content.tool.redress !== null,
  },
  {
    // Recital 7 and art. 1: drafted for importers whom the GDPR does not bind by itself; the set announced for the
    // others was not found adopted.
    id: "importer-bound-by-gdpr",
    level: "advisable",
    article: "2021/914 rec. 7, art. 1",
    section: "tool",
    field: "tool",
    applies: (it) => usesClauses(it) && it.content.flow === "to-organisation",
    isMet: ({ binding }) => binding === "contractual-only",
  },
  {
    // Occasional and necessary, never systematic: EDPB guidelines 2/2018.
    id: "derogation-only",
    level: "advisable",
    article: "49",
    section: "tool",
    field: "tool",
    applies: needsTool,
    isMet: ({ content }) => !isDerogation(content),
  },
  ...ASSESSMENT_RULES,
];
