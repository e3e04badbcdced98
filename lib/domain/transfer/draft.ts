import type { ContractTermsDocument } from "@/lib/domain/contract/content";
import { modulesFor } from "./transfer-case";
import type { TransferContent } from "./content";

/**
 * Drafts the tool of a controller's transfer from its contract in force; later changes of the contract are
 * not read. Clauses of 28(7) alone are copied too, so that their insufficiency is shown.
 */
export function toolFromContract(
  instruments: ContractTermsDocument["instruments"],
  blank: TransferContent["tool"],
  clientRole: string,
): TransferContent["tool"] {
  if (!instruments.scc914) return instruments.scc915 ? { ...blank, tool: "scc-2021-915" } : blank;
  return {
    ...blank,
    tool: "scc-2021-914",
    module: modulesFor("to-organisation", clientRole)[0] ?? null,
    signedOn: instruments.scc914SignedOn,
    docking: instruments.scc914Docking,
    authorisation: instruments.scc914Option,
    noticeDays: instruments.scc914Days,
    redress: instruments.scc914Redress,
    law: instruments.scc914Law,
    forum: instruments.scc914Forum,
  };
}

/** The tool that a person stated, with the options that the contract's has where it is the same one. */
export function statedTool(
  { tool, module, signedOn }: Pick<TransferContent["tool"], "tool" | "module" | "signedOn">,
  drafted: TransferContent["tool"],
  blank: TransferContent["tool"],
): TransferContent["tool"] {
  const base = tool === null || tool === drafted.tool ? drafted : { ...blank, tool };
  return { ...base, module: module ?? base.module, signedOn: signedOn ?? base.signedOn };
}
