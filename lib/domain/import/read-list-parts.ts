import { readOnce } from "./read-once";
import { joinParts, partOf, type Part } from "./row-parts";
import type { ImportTarget } from "./types";
import { readContractReference } from "./values/contract-reference";
import { readList, readMeasures } from "./values/list";

const LISTS = [
  "purposes",
  "cndpNumbers",
  "operations",
  "persons",
  "dataCategories",
  "measures",
  "tools",
  "sites",
  "recipients",
] as const;

const listOf = readOnce(readList);
const measuresOf = readOnce(readMeasures);
const contractOf = readOnce(readContractReference);

export function readContractPart(text: (target: ImportTarget) => string): Part {
  return partOf("contractReference", contractOf(text("contractReference")), (contractReference) => ({
    contractReference,
  }));
}

export function readLists(text: (target: ImportTarget) => string): Part {
  return joinParts(
    LISTS.map((target) => {
      const read = target === "measures" ? measuresOf(text(target)) : listOf(text(target));
      return partOf(target, read, (value) => ({ [target]: value }));
    }),
  );
}
