/** The next free reference of a register numbered "T-001", "T-002", …: one past the highest ever used. */
export function nextReference(highest: number): string {
  return `T-${String(highest + 1).padStart(3, "0")}`;
}

/** The number in a reference of that form, or 0. */
export function referenceNumber(reference: string): number {
  const match = /^T-(\d{1,8})$/.exec(reference);
  return match ? Number(match[1]) : 0;
}
