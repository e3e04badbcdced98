/** The next free reference of an organisation's sub-processors, "SP-001", "SP-002", …: one past the highest ever used. */
export function nextSubProcessorReference(highest: number): string {
  return `SP-${String(highest + 1).padStart(3, "0")}`;
}
