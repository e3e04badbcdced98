type Named = {
  id: string;
  legalName: string;
  registrationNumber: string;
  address: string;
  contactEmail: string;
};

/** Distinguishes controllers of one name by their other data. */
export function labelControllers(rows: readonly Named[]): { id: string; label: string }[] {
  const counts = new Map<string, number>();
  for (const { legalName } of rows) counts.set(legalName, (counts.get(legalName) ?? 0) + 1);
  const used = new Set<string>();
  return rows.map((row) => {
    const label = counts.get(row.legalName) === 1 ? row.legalName : distinctLabel(row, used);
    used.add(label);
    return { id: row.id, label };
  });
}

function distinctLabel(row: Named, used: ReadonlySet<string>): string {
  const more = [row.registrationNumber, row.address, row.contactEmail].filter((text) => text !== "");
  const labels = more.map((text) => `${row.legalName} · ${text.replaceAll(/\s+/g, " ")}`);
  return labels.find((label) => !used.has(label)) ?? `${row.legalName} · ${row.id}`;
}
