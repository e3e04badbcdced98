import type { TransferContent } from "./content";
import type { TransferCase, TransferGap } from "./transfer-case";

/** A condition of a transfer: where it applies and is not met, there is a gap. */
export type TransferRule = Pick<TransferGap, "level" | "article" | "section" | "field"> & {
  /** Its words stand under `transfer-gaps.<id>`. */
  id: string;
  applies: (it: TransferCase) => boolean;
  isMet: (it: TransferCase) => boolean;
};

/** Article 46: appropriate safeguards are required without an adequacy decision that covers this importer. */
export const needsTool = ({ adequacy }: TransferCase) => adequacy === null;
/** True where a tool is needed and the clauses of 2021/914 are it. */
export const usesClauses = (it: TransferCase) => needsTool(it) && it.usesClauses;
/** Clause 14 asks for an assessment; C-311/18 asks the same of every tool of article 46. */
export const needsAssessment = (it: TransferCase) =>
  needsTool(it) &&
  it.verdict?.valid === true &&
  !isDerogation(it.content) &&
  it.content.tool.tool !== "adequacy";
/** True of both derogations of art. 49(1). */
export const isDerogation = ({ tool: { tool } }: TransferContent) =>
  tool === "derogation-49-1" || tool === "derogation-49-1-2";
