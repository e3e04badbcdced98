import type { DatedInstruction } from "./types";

let serial = 0;

/** An e-mail received on 2 March 2026, for the whole of what is done for one controller, accepted on the 4th. */
export function instructionWith(stated: Partial<DatedInstruction> = {}): DatedInstruction {
  serial += 1;
  return {
    id: `i-${serial}`,
    controllerId: "c-1",
    kind: "processing",
    channel: "e-mail",
    receivedOn: "2026-03-02",
    effectiveOn: "2026-03-02",
    supersedesId: null,
    recordIds: [],
    facts: [
      { event: "check", on: "2026-03-03" },
      { event: "accept", on: "2026-03-04" },
    ],
    ...stated,
  };
}
