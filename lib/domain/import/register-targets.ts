import { itemAt } from "@/lib/domain/invariant/required";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { IMPORT_TARGETS, type ImportTarget } from "./types";

/** Article 30(2): fields of the controller and its contract exist in the processor's register alone. */
const PROCESSOR_ONLY: ReadonlySet<ImportTarget> = new Set([
  "controllerName",
  "controllerAddress",
  "controllerCountry",
  "controllerRegistration",
  "controllerContact",
  "controllerDpo",
  "controllerRepresentative",
  "operations",
  "contractReference",
]);

/** Article 30(1): targets of the company's own register alone. */
const OWN_ONLY: ReadonlySet<ImportTarget> = new Set([
  "purposes",
  "jointControllers",
  "legalBases",
  "retention",
  "retentionAbsentReason",
  "specialCondition",
  "informationNotice",
  "cndpNumbers",
  "targetsUnion",
]);

/** Lists the targets of a column by the register that the file is. */
export function targetsOf(register: Capacity): ImportTarget[] {
  const others = register === "processor" ? OWN_ONLY : PROCESSOR_ONLY;
  return IMPORT_TARGETS.filter((target) => !others.has(target));
}

/** Fields without a column for one of which no row can come in; of each list one is enough. */
export function requiredTargets(register: Capacity): ImportTarget[][] {
  return register === "processor" ? [["controllerName"], ["activity"]] : [["activity", "purposes"]];
}

/** The required fields that no column fills, each by the first of its list. */
export function missingTargets(register: Capacity, targets: readonly unknown[]): ImportTarget[] {
  return requiredTargets(register).flatMap((list) =>
    list.some((target) => targets.includes(target)) ? [] : [itemAt(list, 0)],
  );
}
