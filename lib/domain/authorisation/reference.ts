/** The next free reference of an organisation's requests, "A-001", "A-002", …: one past the highest ever used. */
export function nextAuthorisationReference(highest: number): string {
  return `A-${String(highest + 1).padStart(3, "0")}`;
}
