import { ENERGY } from "./energy";
import { FINANCE } from "./finance";
import { HEALTHCARE } from "./health";
import { RETAIL } from "./retail";
import { TELECOM } from "./telecom";
import type { ExampleRecord } from "./parts";

/** The example's register, in the order of its references. */
export const EXAMPLE_RECORDS: readonly ExampleRecord[] = [
  ...ENERGY,
  ...HEALTHCARE,
  ...RETAIL,
  ...FINANCE,
  ...TELECOM,
];
