import type { AnnouncedHoliday } from "@/lib/domain/time/moving-holidays";
import {
  authorisationCellOf,
  type AuthorisationRequest,
  type Cell,
  type UsedSubProcessor,
} from "@/lib/domain/authorisation/authorisation-status";
import type { MatrixCell } from "@/lib/domain/authorisation/matrix";
import { periodReader, type StoredPeriod } from "@/lib/domain/authorisation/read-request";
import type { Regime } from "@/lib/domain/authorisation/types";
import type { RequestsFound, PeriodFound } from "./requests";

type Answer = (asked: readonly RequestsFound[], subProcessor: UsedSubProcessor) => MatrixCell;

/** Status of a cell and the request that determines it. */
type Known = { cell: Cell; speaks: number };

/** Most cells of a large matrix have no request. */
export const NEVER: Record<Regime, MatrixCell> = {
  specific: withoutRequest("specific"),
  general: withoutRequest("general"),
};

function withoutRequest(regime: Regime): MatrixCell {
  return { state: "never", regime, requestId: null, day: null, daysLeft: null, missing: [] };
}

/**
 * Caches statuses by `usedFor` and the decided requests, since most cells are equal. Cells with a running period are
 * computed each time.
 */
export function memoiseCells(now: number, announced: readonly AnnouncedHoliday[]): Answer {
  const read = periodReader();
  const known = new Map<UsedSubProcessor, Map<string, Known>>();
  const ask = (asked: readonly RequestsFound[], subProcessor: UsedSubProcessor): Known => {
    const requests = asked.map((each) => requestOf(each, subProcessor, (row) => read({ ...row, announced })));
    // Contract terms apply only where nobody asked.
    const cell = authorisationCellOf({ requests, subProcessor, regime: "specific" }, now);
    return { cell, speaks: asked.findIndex(({ id }) => id === cell.requestId) };
  };
  return (asked, subProcessor) => {
    const question = questionOf(asked);
    const alike = known.get(subProcessor);
    const before = alike?.get(question);
    const answer = before ?? ask(asked, subProcessor);
    if (!before && question !== "")
      known.set(subProcessor, (alike ?? new Map<string, Known>()).set(question, answer));
    const { state, regime, day, daysLeft, missing } = answer.cell;
    return { state, regime, requestId: asked[answer.speaks]?.id ?? null, day, daysLeft, missing };
  };
}

/** Cache key of a cell; "" while a period may run in it. */
function questionOf(asked: readonly RequestsFound[]): string {
  if (asked.some(({ period }) => period !== null)) return "";
  return asked.map(({ text }) => text).join(" ");
}

function requestOf(
  { id, text, period }: RequestsFound,
  { scopeDigest }: UsedSubProcessor,
  read: (row: Omit<StoredPeriod, "announced">) => ReturnType<ReturnType<typeof periodReader>>,
): AuthorisationRequest {
  const [state = "", regime = "", letters = ""] = text.split(" ");
  const [
    days,
    zone,
    seatCountry,
    seatAddress,
    sentAt,
    receivedAt,
    bindsUntil,
    silenceAddress,
    silenceProvenAt,
  ] = period ?? NO_PERIOD;
  return {
    ...read({
      regime,
      state,
      days,
      zone,
      seatCountry,
      seatAddress,
      sentAt,
      receivedAt,
      silenceAddress,
      silenceProvenAt,
      contract: { bindsUntil },
    }),
    id,
    sentAt: letters[0] === "y" ? 0 : null,
    scopeDigest: letters[1] === "y" ? scopeDigest : OTHER,
    conditions: letters[2] === "y" ? [] : UNMET,
  };
}

const NO_PERIOD: PeriodFound = [null, "Europe/Paris", null, "", null, null, null, null, null];
/** Differs from every digest: another scope was asked for. */
const OTHER = "";
const UNMET = [{ isMet: false }];
