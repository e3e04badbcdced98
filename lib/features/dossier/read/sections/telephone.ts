import { defineSection, type SectionQuery } from "@/lib/features/dossier/read/section";
import { campaignRows } from "./telephone-campaigns";
import { consentRows } from "./telephone-consents";
import { logRows } from "./telephone-logs";
import { scriptRows } from "./telephone-scripts";
import { TELEPHONE_COLUMNS, type TelephoneColumn, type TelephoneRow } from "./telephone-row";

const KINDS = [campaignRows, scriptRows, consentRows, logRows];

/**
 * Calls to sell: campaigns with what stands against them, their scrubs, each edition of a script, consents by file, and
 * what the law of each day says of the logs. Persons are counted; no key of one is in it.
 */
export const telephoneSection = defineSection({
  columns: TELEPHONE_COLUMNS,
  listed: ["reference", "title", "kind", "controller", "state"],
  async *rows(tx, query) {
    for (const rowsOf of KINDS) for await (const row of rowsOf(tx, query)) yield namedRow(row, query);
  },
});

// Cast because the keys of an object made of entries are not inferred.
const BLANK = Object.fromEntries(TELEPHONE_COLUMNS.map((column) => [column, ""])) as Record<
  TelephoneColumn,
  string
>;

function namedRow({ kind, named, cells, data, ...row }: TelephoneRow, { words }: SectionQuery) {
  return {
    ...row,
    cells: { ...BLANK, ...cells, kind: words.dossier(`telephoneKinds.${named ?? kind}`) },
    data: { kind, ...data },
  };
}
