/** The next free reference of an organisation's transfers, "TR-001", "TR-002", …: one past the highest ever used. */
export function nextTransferReference(highest: number): string {
  return `TR-${String(highest + 1).padStart(3, "0")}`;
}
