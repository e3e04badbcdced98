import type { Capacity } from "./types";

/** Address segment of each register, below the organisation: "/nejma-contact/own-records". */
export const REGISTER_SEGMENTS: Record<Capacity, string> = {
  processor: "records",
  controller: "own-records",
};

/** "/nejma-contact/records": the address of a register. */
export function registerHref(org: string, capacity: Capacity): string {
  return `/${org}/${REGISTER_SEGMENTS[capacity]}`;
}
