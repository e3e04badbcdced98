import { ENERGY } from "./energy";
import { FINANCE } from "./finance";
import { HEALTHCARE } from "./health";
import { RETAIL } from "./retail";
import { TELECOM } from "./telecom";
import type { ExampleRecord } from "./parts";

export const EXAMPLE_RECORDS: readonly ExampleRecord[] = [
  ...ENERGY,
  ...HEALTHCARE,
  ...RETAIL,
  ...FINANCE,
  ...TELECOM,
];
