/** "CERT-2026-007": the year in which the run was closed, and a number without holes within it. */
export function certificateNumber({ year, counter }: { year: number; counter: number }): string {
  return `CERT-${year}-${String(counter).padStart(3, "0")}`;
}
