import type { ForeignFinding } from "./foreign-law";
import type { HouseFinding } from "./house-rules";

/** Finding on a call: by French law and the house, or of one to another country; `country` is that of its number. */
export type JudgedFinding = (HouseFinding | ForeignFinding) & { country?: string };
