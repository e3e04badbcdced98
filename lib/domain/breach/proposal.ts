import { fold } from "@/lib/domain/text/fold";

/** An entry of the register, as far as a breach may touch it. */
export type ProposingRecord = {
  id: string;
  reference: string;
  activity: string;
  controllerId: string;
  /** Sites, places of access and measures in words: what names a system. */
  places: readonly string[];
  subProcessorIds: readonly string[];
};

export type ProposingController = { id: string; names: readonly string[] };

export type ProposalReason =
  | { kind: "name"; words: string }
  | { kind: "record"; reference: string }
  | { kind: "place"; reference: string; words: string }
  | { kind: "activity"; reference: string; words: string }
  | { kind: "sub-processor"; reference: string };

export type Proposal = { controllerId: string; reasons: ProposalReason[] };

/** Shorter names say too little to be found in a text. */
const LEAST_LETTERS = 4;

/** Controllers that what is known of a breach may touch. It proposes; a person confirms. */
export function proposeControllers(
  { texts, subProcessorId }: { texts: readonly string[]; subProcessorId: string | null },
  records: readonly ProposingRecord[],
  controllers: readonly ProposingController[],
): Proposal[] {
  const stated = ` ${fold(texts.join(" "))} `;
  const names = (name: string) => isLong(name) && stated.includes(` ${fold(name)} `);
  const proposals = new Map<string, ProposalReason[]>();
  const add = (id: string, reason: ProposalReason) =>
    proposals.set(id, [...(proposals.get(id) ?? []), reason]);
  for (const { id, names: known } of controllers) {
    const named = known.find(names);
    if (named) add(id, { kind: "name", words: named });
  }
  for (const record of records)
    for (const reason of reasonsOf(record, names, subProcessorId)) add(record.controllerId, reason);
  return [...proposals].map(([controllerId, reasons]) => ({ controllerId, reasons }));
}

function reasonsOf(
  { reference, activity, places, subProcessorIds }: ProposingRecord,
  names: (name: string) => boolean,
  subProcessorId: string | null,
): ProposalReason[] {
  const place = places.find(names);
  return [
    ...(names(reference) ? [{ kind: "record", reference } as const] : []),
    ...(names(activity) ? [{ kind: "activity", reference, words: activity } as const] : []),
    ...(place ? [{ kind: "place", reference, words: place } as const] : []),
    ...(subProcessorId !== null && subProcessorIds.includes(subProcessorId)
      ? [{ kind: "sub-processor", reference } as const]
      : []),
  ];
}

function isLong(name: string): boolean {
  return fold(name).replaceAll(" ", "").length >= LEAST_LETTERS;
}
