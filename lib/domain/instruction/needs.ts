import type { InstructionEventKind } from "./types";
import type { Act } from "@/lib/domain/nouns/policy";

/** What came in writing is filed by whoever keeps the ledger; what binds the organisation is a steward's. */
export const EVENT_NEEDS: Record<InstructionEventKind, Act> = {
  "confirm-in-writing": "instruction.write",
  check: "instruction.decide",
  accept: "instruction.decide",
  contest: "instruction.decide",
  acknowledge: "instruction.write",
  confirm: "instruction.decide",
  amend: "instruction.decide",
  withdraw: "instruction.decide",
};
