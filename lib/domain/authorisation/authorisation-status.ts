import { daysBetween } from "@/lib/domain/time/calendar-day";
import { todayIn } from "@/lib/domain/time/zones";
import { missingFor, type UseRequirement, type SubProcessorUse } from "@/lib/domain/sub-processor/readiness";
import { authorisationStatusAt, type StoredAuthorisation, type AuthorisationStatus } from "./request-status";
import type { AuthorisationState, Regime } from "./types";

export type AuthorisationRequest = StoredAuthorisation & {
  id: string;
  /** Null while it is a draft. */
  sentAt: number | null;
  /** Digest of service, sites and countries as they were asked for. */
  scopeDigest: string;
  conditions: readonly { isMet: boolean }[];
};

/** Facts of the sub-processor's use other than the controller's word, as they are now. */
export type UsedSubProcessor = Omit<SubProcessorUse, "isAuthorised" | "isOfScope" | "conditions"> & {
  scopeDigest: string;
  /** False once it has ended. */
  isListed: boolean;
};

export type CellFacts = {
  /** Requests in the order in which they were made. */
  requests: readonly AuthorisationRequest[];
  subProcessor: UsedSubProcessor;
  /** Regime of the controller's contract in force. */
  regime: Regime;
};

/** Words: `authorisation.cell.<state>`. */
export const CELL_STATES = [
  "never",
  "draft",
  /** Specific regime: silence will be a refusal. */
  "awaited",
  /** General regime: no use before silence counts, or is confirmed. */
  "notified",
  /** Authorised, and pieces are missing. */
  "to-sign",
  "active",
  "refused",
  "expired",
  "objected",
  "revoked",
  "suspended",
  "withdrawn",
  "alternative",
  "contract-terminated",
  "replaced",
  "ended",
] as const;
export type CellState = (typeof CELL_STATES)[number];

export type Cell = {
  state: CellState;
  regime: Regime;
  /** The request that says so; null where nobody asked. */
  requestId: string | null;
  /** A newer request that is still open, where an older one holds. */
  pendingId: string | null;
  waits: AuthorisationStatus["waits"];
  /** The last day of its period in the controller's zone; null while none runs or it was decided. */
  day: string | null;
  /** 0 on the last day itself; null once it is over. */
  daysLeft: number | null;
  /** Requirements not met yet, in the order in which they are obtained. */
  missing: UseRequirement[];
  /** The sub-processor is no longer what was asked for: another site, country or service. */
  isChangedSince: boolean;
};

/**
 * The state of one controller × sub-processor at an instant, art. 28(2) and 28(4). `active` is derived and never
 * stored: the word of the controller, for what the sub-processor is now, and every other piece.
 */
export function authorisationCellOf({ requests, subProcessor, regime }: CellFacts, now: number): Cell {
  const { governing, pendingId } = governs(requests, subProcessor.scopeDigest, now);
  if (!governing) return cellWithoutRequest(requests, subProcessor, regime, now);
  const { request, status } = governing;
  const { isAuthorised, period, waits } = status;
  const { isListed } = subProcessor;
  const isRunning = isListed && period !== null && now < period.endsAt;
  const isOfScope = request.scopeDigest === subProcessor.scopeDigest;
  const use = { ...subProcessor, isAuthorised, isOfScope, conditions: request.conditions };
  // A sub-processor off the list is authorised for nothing and awaits nothing: no evidence would let it be
  // used.
  const isOver = !isListed && (isAuthorised || waits !== null);
  const missing = isOver ? [] : missingFor(use, { today: todayIn("Africa/Casablanca", now) });
  return {
    state: isOver ? "ended" : stateOf(status, missing),
    regime: request.regime,
    requestId: request.id,
    pendingId,
    waits,
    day: period?.lastDay ?? null,
    daysLeft: isRunning ? daysBetween(todayIn(request.zone, now), period.lastDay) : null,
    missing,
    isChangedSince: !isOfScope,
  };
}

type RequestWithStatus = { request: AuthorisationRequest; status: AuthorisationStatus };

/**
 * The request that speaks for a cell. Of those about what the sub-processor is now, or of all where there is none, the
 * newest that was answered: a question that is open, was given up or met silence takes nothing away from an
 * authorisation that holds, a later refusal does.
 */
function governs(
  requests: readonly AuthorisationRequest[],
  scopeDigest: string,
  now: number,
): { governing: RequestWithStatus | null; pendingId: string | null } {
  const sent = requests.filter(({ sentAt }) => sentAt !== null);
  const spoken = matchingOrAll(sent, ({ state }) => state !== "replaced" && state !== "withdrawn");
  const all = spoken.map((request) => ({ request, status: authorisationStatusAt(request, now) }));
  const since = all.slice(
    Math.max(
      0,
      all.findLastIndex(({ status: { state } }) => HELD.includes(state)),
    ),
  );
  const previous = matchingOrAll(since, ({ request }) => request.scopeDigest === scopeDigest).toReversed();
  const newest = previous[0] ?? null;
  const answered = previous.find(({ status: { waits, state } }) => waits === null && state !== "expired");
  if (!answered?.status.isAuthorised) return { governing: newest, pendingId: null };
  const isOpen = newest !== null && newest.status.waits !== null;
  return { governing: answered, pendingId: isOpen ? newest.request.id : null };
}

/**
 * A request that held, even by silence, took the place of all before it; once it is taken back, or has ended the contract,
 * no older yes stands up again, not even where the sub-processor returns to what that was about.
 */
const HELD: readonly AuthorisationState[] = [
  "approved",
  "not-objected",
  "suspended",
  "revoked",
  "ended",
  "contract-terminated",
];

/** Returns the items that fit, or all where none does. */
function matchingOrAll<T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const fitting = all.filter(fits);
  return fitting.length > 0 ? fitting : all;
}

function cellWithoutRequest(
  requests: readonly AuthorisationRequest[],
  subProcessor: UsedSubProcessor,
  regime: Regime,
  now: number,
): Cell {
  const last = requests.at(-1) ?? null;
  const use = { ...subProcessor, isAuthorised: false, isOfScope: true, conditions: [] };
  return {
    state: last === null ? "never" : NAMES[last.state],
    regime: last?.regime ?? regime,
    requestId: last?.id ?? null,
    pendingId: null,
    waits: null,
    day: null,
    daysLeft: null,
    missing: missingFor(use, { today: todayIn("Africa/Casablanca", now) }),
    isChangedSince: false,
  };
}

const NAMES: Record<AuthorisationState, CellState> = {
  draft: "draft",
  submitted: "awaited",
  approved: "to-sign",
  refused: "refused",
  expired: "expired",
  notified: "notified",
  "not-objected": "to-sign",
  objected: "objected",
  revoked: "revoked",
  withdrawn: "withdrawn",
  alternative: "alternative",
  "contract-terminated": "contract-terminated",
  suspended: "suspended",
  replaced: "replaced",
  ended: "ended",
};

function stateOf(
  { state, isAuthorised }: AuthorisationStatus,
  missing: readonly UseRequirement[],
): CellState {
  if (!isAuthorised) return NAMES[state];
  return missing.length === 0 ? "active" : "to-sign";
}
