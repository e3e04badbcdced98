/** The next free reference of an organisation's requests, "A-001", "A-002", …: one past the highest ever used. */
export function nextAuthorisationReference(highest: number): string {
  return `A-${String(highest + 1).padStart(3, "0")}`;
}

/** Returns whether a reference is in a range, both ends included: requests prepared together. */
export function isBetween(reference: string, { from, to }: { from: string; to: string }): boolean {
  const numberOf = (one: string) => Number(one.slice(2));
  return numberOf(from) <= numberOf(reference) && numberOf(reference) <= numberOf(to);
}
