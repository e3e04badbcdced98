import type { RecordContent } from "./content";

/**
 * What a controller is given of an entry when it takes its extract away by itself, art. 28(3)(h): everything that
 * article 30(2) and the contract ask. What the processor noted for its own use demonstrates nothing to anybody, and may
 * name other clients.
 */
export function forController(content: RecordContent): RecordContent {
  return { ...content, notes: "" };
}
