import { createHash } from "node:crypto";
import { headOf, type CallLayout } from "@/lib/domain/call-log/layout";
import { columnsOfOpenOrder } from "@/lib/domain/call-log/date-order";
import { proposeLayout } from "@/lib/domain/call-log/propose-layout";
import { callLayoutSchema, type CutChoice, type LogProposal } from "@/lib/features/call-log/schema";
import { findCountriesOfClients } from "@/lib/features/choice/read/controller-country";
import { placesOfAnyClient } from "@/lib/features/choice/read/phone-number";
import { findDialledPrefixes } from "./dialled-prefix";
import type { Tx } from "@/lib/platform/database/transaction";
import { makeRowCutter } from "@/lib/platform/sheets/csv-stream";
import { findDelimiter } from "@/lib/platform/sheets/delimiter";
import { decodeText, findForeignFormat } from "@/lib/platform/sheets/sniff";

/** First rows that a person sees to say what each column is. */
const ROWS_SHOWN = 6;

/** Proposes how a log is read, by its first bytes; null where they are no table. Nothing is stored. */
export async function proposeLog(tx: Tx, sample: Uint8Array, chosen: CutChoice): Promise<LogProposal | null> {
  const decoded = findForeignFormat(sample) ? null : decodeText(sample, chosen.encoding ?? null);
  if (!decoded) return null;
  const { text, encoding } = decoded;
  const delimiter = chosen.delimiter ?? findDelimiter(text);
  // The last record of a sample may be cut short.
  const rows = makeRowCutter(delimiter)
    .push(text)
    .map(({ cells }) => cells);
  const [first] = rows;
  if (!first || first.length < 2) return null;
  const { origin, ...proposed } = proposeLayout(rows);
  const cut = { delimiter, encoding };
  const shown = rows.slice(0, ROWS_SHOWN);
  const head = proposed.hasHead ? createHash("sha256").update(headOf(first)).digest("hex") : "";
  const remembered = head === "" ? null : await tx.callLayout.findFirst({ where: { head } });
  const known = remembered && callLayoutSchema.safeParse(remembered.layout);
  const places = placesOfAnyClient(await findCountriesOfClients(tx));
  const dialledIn = (layout: CallLayout) => findDialledPrefixes(rows, layout, places);
  if (known?.success) {
    const layout = { ...known.data, ...cut };
    return { origin: "remembered", layout, head, rows: shown, dialled: dialledIn(layout), openOrders: [] };
  }
  const layout = {
    ...proposed,
    ...cut,
    zone: "Africa/Casablanca" as const,
    dialPrefix: "",
    onlyValue: "",
    numberCountry: null,
    countryColumn: "" as const,
  };
  const dialled = dialledIn(layout);
  return { origin, layout, head, rows: shown, dialled, openOrders: columnsOfOpenOrder(rows) };
}
