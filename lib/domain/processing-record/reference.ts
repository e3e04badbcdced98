import type { Capacity } from "./types";

/** Each register has a sequence of its own: "T-001" for what is done for clients, "I-001" for its own, « interne ». */
export const REFERENCE_LETTERS: Record<Capacity, string> = { processor: "T", controller: "I" };

/** The next free reference of a register: one past the highest number ever used in it. */
export function nextReference(highest: number, capacity: Capacity = "processor"): string {
  return `${REFERENCE_LETTERS[capacity]}-${String(highest + 1).padStart(3, "0")}`;
}

/** The number in a reference of the register's own form, or 0. */
export function referenceNumber(reference: string, capacity: Capacity = "processor"): number {
  const [letter, number = ""] = reference.split("-", 2);
  const isOwnForm = letter === REFERENCE_LETTERS[capacity] && /^\d{1,8}$/.test(number);
  return isOwnForm && reference === `${letter}-${number}` ? Number(number) : 0;
}
