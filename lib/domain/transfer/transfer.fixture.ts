import { emptyTransfer, type TransferContent } from "./content";
import type { TransferAssessment } from "./transfer-case";

type Change = { [S in "importer" | "tool" | "assessment"]?: Partial<TransferContent[S]> } & {
  flow?: TransferContent["flow"];
};

/** Complete transfer from a French controller to a call centre in Casablanca. */
export function transferWith(change: Change = {}): TransferContent {
  const empty = emptyTransfer(change.flow ?? "to-organisation");
  return {
    flow: empty.flow,
    importer: { ...empty.importer, name: "Zellij Contact SARL", country: "MA", ...change.importer },
    tool: {
      ...empty.tool,
      tool: "scc-2021-914",
      module: empty.flow === "to-organisation" ? 2 : 3,
      signedOn: "2026-01-12",
      docking: "included",
      authorisation: "general",
      noticeDays: 30,
      redress: "excluded",
      law: "FR",
      forum: "FR",
      authority: "CNIL",
      ...change.tool,
    },
    assessment: {
      ...empty.assessment,
      data: "Identity and order history, seen on a remote desktop.",
      actors: "Agents in Casablanca; no other company.",
      rules: "Law 09‑08; code of criminal procedure, read on 5 January 2026.",
      necessity: "Requests name a person and an offence.",
      oversight: "An investigating judge.",
      remedies: "The ordinary courts; the CNDP.",
      practice: "No request received since 2019.",
      measures: "Data stay in Paris; nothing is copied.",
      conclusion: "equivalent-with-measures",
      reasons: "Nothing is stored at the destination.",
      assessedOn: "2026-01-10",
      nextReviewOn: "2027-01-10",
      ...change.assessment,
    },
  };
}

export function assessed(change: Change = {}, rest: Partial<TransferAssessment> = {}): TransferAssessment {
  return { content: transferWith(change), binding: "contractual-only", on: "2026-11-26", ...rest };
}
