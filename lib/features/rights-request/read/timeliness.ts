import { timelinessOf, TIMELINESS, type Timeliness } from "@/lib/domain/rights-request/timeliness";
import type { Tx } from "@/lib/platform/database/transaction";
import { monthOfReceipt } from "./list";
import { findClockedRequests, type ClockedRequest } from "./to-plan";

/** A request with what its dates say of it; calendars and contracts are the domain's to read, not the database's. */
export type JudgedRequest = {
  id: string;
  controller: { id: string; legalName: string } | null;
  /** Month of receipt in Casablanca, "2026-11". */
  month: string;
  codes: Timeliness[];
  /** Hours from the receipt, of what stands; null while it does not. */
  hours: Record<"toRelay" | "toConfirm" | "toAnswer", number | null>;
};

const HOUR_MS = 3_600_000;

/** Hours that each step took: what a letter would tell is no step before it has left. */
function hoursOf({ file, receivedAt }: ClockedRequest): JudgedRequest["hours"] {
  const since = (fact: { at: number } | null) => (fact === null ? null : (fact.at - receivedAt) / HOUR_MS);
  return { toRelay: since(file.relayed), toConfirm: since(file.confirmed), toAnswer: since(file.answered) };
}

/** Judges every request at an instant, for the figures and for the list behind each. */
export async function judgeRequests(tx: Tx, now: number): Promise<JudgedRequest[]> {
  const found = await findClockedRequests(tx, {});
  return found.map((of) => ({
    id: of.request.id,
    controller: of.controller,
    codes: timelinessOf(of, now),
    hours: hoursOf(of),
    month: monthOfReceipt(of.receivedAt),
  }));
}

/** Requests of which something is said. */
export function idsOf(judged: readonly JudgedRequest[], code: Timeliness): string[] {
  return judged.filter(({ codes }) => codes.includes(code)).map(({ id }) => id);
}

export type TimelyCounts = Record<Timeliness, number>;

function countCodes(judged: readonly JudgedRequest[]): TimelyCounts {
  const counts = TIMELINESS.map((code) => [code, idsOf(judged, code).length]);
  return Object.fromEntries(counts) as TimelyCounts;
}

export type TimelyRow = { key: string; name: string | null; counts: TimelyCounts };

/** Counts what is said of all requests, by controller, and by each month of receipt that is asked. */
export function timelyFigures(judged: readonly JudgedRequest[], months: readonly string[]) {
  const controllers = new Map(
    judged.flatMap(({ controller }) => (controller ? [[controller.id, controller]] : [])),
  );
  const byName = [...controllers.values()].toSorted((one, other) =>
    one.legalName.localeCompare(other.legalName, "fr"),
  );
  return {
    whole: countCodes(judged),
    controllers: byName.map(({ id, legalName }) => ({
      key: id,
      name: legalName,
      counts: countCodes(judged.filter(({ controller }) => controller?.id === id)),
    })),
    months: months.map((month) => ({
      key: month,
      name: null,
      counts: countCodes(judged.filter((request) => request.month === month)),
    })),
  } satisfies { whole: TimelyCounts; controllers: TimelyRow[]; months: TimelyRow[] };
}
