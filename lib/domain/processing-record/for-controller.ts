import { isGiven } from "@/lib/domain/lifecycle/given";
import type { RecordContent } from "./content";
import { RECORD_STATES, type RecordState } from "./types";

/**
 * States of the entries that anyone outside the organisation is given: controllers, auditors, authorities. A draft is a working
 * paper, which no register of article 30 holds yet; row-level security hides the same from the portal.
 */
export const GIVEN_STATES: readonly RecordState[] = RECORD_STATES.filter(isGiven);

/**
 * Article 28(3)(h): reduces an entry to the fields of article 30(2) and the contract for a controller's
 * extract. Internal notes of the processor demonstrate nothing, and may name other clients.
 */
export function forController(content: RecordContent): RecordContent {
  return { ...content, notes: "" };
}
