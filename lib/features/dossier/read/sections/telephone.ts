import type { SectionRow, SectionSource } from "@/lib/features/dossier/read/section";
import { campaignRows } from "./telephone-campaigns";
import { consentRows } from "./telephone-consents";
import { logRows } from "./telephone-logs";
import { scriptRows } from "./telephone-scripts";
import { TELEPHONE_COLUMNS, type TelephoneRow } from "./telephone-row";

const KINDS = [campaignRows, scriptRows, consentRows, logRows];

/**
 * Calls to sell: campaigns with what stands against them, their scrubs, each edition of a script, consents by file, and
 * what the law of each day says of the logs. Persons are counted; no key of one is in it.
 */
export const telephoneSection: SectionSource = {
  columns: TELEPHONE_COLUMNS,
  async *rows(tx, query) {
    for (const rowsOf of KINDS) for await (const row of rowsOf(tx, query)) yield asSectionRow(row, query);
  },
};

function asSectionRow(
  { kind, named, subject, drawnOf, cells, data }: TelephoneRow,
  { words }: Parameters<SectionSource["rows"]>[1],
): SectionRow {
  const described = { ...cells, kind: words.dossier(`telephoneKinds.${named ?? kind}`) };
  return {
    subject,
    cells: TELEPHONE_COLUMNS.map((column) => described[column] ?? ""),
    data: { kind, ...data },
    ...(drawnOf !== undefined && { drawnOf }),
  };
}
