import type { FoundGroup } from "./found";

/** Words that mean the same thing, in the three languages, folded as documents are. */
export type Concept = {
  words: readonly string[];
  /** Codes of documents that are of it without its words; `noun:` is every row of a noun. */
  codes?: readonly string[];
  /** Group that it is the subject of: shown first. */
  group?: FoundGroup;
};

export function say(words: string): string[] {
  return words.split(" | ");
}
