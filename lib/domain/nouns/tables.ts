import type { NounTable } from "./noun";
import { NOUNS } from "./nouns";

/** Tables that the nouns declare: evidence of the journal and the tests of the tenants are derived from them. */
export const NOUN_TABLES: readonly NounTable[] = NOUNS.flatMap(
  (noun: { id: string; tables?: readonly NounTable[] }) => noun.tables ?? [],
);
