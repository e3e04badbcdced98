import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import { transferWith } from "@/lib/domain/transfer/transfer.fixture";
import type { TransferContent } from "@/lib/domain/transfer/content";
import { emptySubProcessor, type ChainLink, type SubProcessorContent } from "./content";
import type { LinkedTransfer } from "./use-requirements";
import type { SubProcessorAssessment } from "./sub-processor-case";

type Change = { [S in keyof SubProcessorContent]?: Partial<SubProcessorContent[S]> };

/** An operator of lines in France of which nothing is missing. */
export function subProcessorWith(change: Change = {}): SubProcessorContent {
  const empty = emptySubProcessor("Numéria Voix SAS");
  const present = { answer: "present", place: "art. 7", note: "" } as const;
  return {
    identity: {
      ...empty.identity,
      country: "FR",
      address: "12 rue des Ateliers, 69007 Lyon",
      contact: "contrats@numeria.example",
      ...change.identity,
    },
    service: { ...empty.service, service: "Telephone lines", data: "Numbers called", ...change.service },
    places: {
      ...empty.places,
      sites: [{ name: "Lyon", address: "", country: "FR" }],
      accessAnswer: "no",
      ...change.places,
    },
    chain: { answer: "no", links: [], ...change.chain },
    guarantees: { ...empty.guarantees, checks: "Questionnaire of 5 January 2026", ...change.guarantees },
    contract: {
      ...empty.contract,
      signedOn: "2025-04-01",
      clauses: Object.fromEntries(
        CLAUSE_IDS.map((id) => [id, present]),
      ) as SubProcessorContent["contract"]["clauses"],
      ...change.contract,
    },
  };
}

export function assessed(
  change: Change = {},
  rest: Partial<SubProcessorAssessment> = {},
): SubProcessorAssessment {
  return { content: subProcessorWith(change), transfers: [], clients: [], on: "2026-11-26", ...rest };
}

/** A company of the chain of which everything is known. */
export function linkWith(id: string, stated: Partial<ChainLink> = {}): ChainLink {
  const known = { country: "FR", address: "Lyon", contact: "x@baie.example", service: "Hosting" };
  return { id, under: null, name: `Company ${id}`, ...known, ...stated };
}

/** Module 3 signed and assessed, to a country. */
export function transferTo(
  country: string,
  change: {
    tool?: Partial<TransferContent["tool"]>;
    assessment?: Partial<TransferContent["assessment"]>;
  } = {},
  { state = "running", controllerId = null }: Partial<Omit<LinkedTransfer, "content">> = {},
): LinkedTransfer {
  return {
    state,
    controllerId,
    content: transferWith({ flow: "to-sub-processor", importer: { country }, ...change }),
  };
}
