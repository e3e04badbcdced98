import type { ContractTermsDocument } from "@/lib/domain/contract/content";
import type { ExampleClient } from "./controllers";
import { EXAMPLE_RECORDS } from "./records";

type Annex = Pick<ContractTermsDocument["object"], "operations" | "dataCategories" | "personCategories">;

/**
 * Contract annex derived from a client's entries, without the data that were never added: those are the findings out of
 * scope.
 */
export function annexOf(client: ExampleClient, without: readonly string[]): Annex {
  const contents = EXAMPLE_RECORDS.filter((record) => record.client === client).map(({ content }) => content);
  const described = (stated: readonly (readonly string[] | undefined)[]) => [
    ...new Set(stated.flatMap((words) => words ?? []).filter((words) => !without.includes(words))),
  ];
  return {
    operations: described(contents.map(({ operations }) => operations)),
    dataCategories: described(contents.map(({ dataCategories }) => dataCategories)),
    personCategories: described(contents.map(({ persons }) => persons)),
  };
}
