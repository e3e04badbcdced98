/** Formats a reference, "TR-001", from the letters of its noun and a number that counts from 1. */
export function formatReference(letters: string, number: number): string {
  return `${letters}-${String(number).padStart(3, "0")}`;
}
