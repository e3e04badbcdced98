import type { RecordContent } from "./content";

/**
 * Article 28(3)(h): reduces an entry to the fields of article 30(2) and the contract for a controller's
 * extract. Internal notes of the processor demonstrate nothing, and may name other clients.
 */
export function forController(content: RecordContent): RecordContent {
  return { ...content, notes: "" };
}
