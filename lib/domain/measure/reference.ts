/** The next free reference of an organisation's measures, "M-001", "M-002", …: one past the highest ever used. */
export function nextMeasureReference(highest: number): string {
  return `M-${String(highest + 1).padStart(3, "0")}`;
}
