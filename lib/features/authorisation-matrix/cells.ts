import { cellOf, type AuthorisationRequest, type UsedSubProcessor } from "@/lib/domain/authorisation/cell";
import type { MatrixCell } from "@/lib/domain/authorisation/matrix";
import { requestReader, type KeptPeriod } from "@/lib/domain/authorisation/read-request";
import type { Regime } from "@/lib/domain/authorisation/types";

/** A request as it is found, in the order of its statement. */
export type AskedFound = [
  id: string,
  controllerId: string,
  subProcessorId: string,
  state: string,
  regime: string,
  isSent: boolean,
  isOfScope: boolean,
  isMet: boolean,
  period:
    | [
        days: number | null,
        zone: string,
        seatCountry: string | null,
        seatAddress: string,
        sentAt: string | null,
        receivedAt: string | null,
      ]
    | null,
];

type Answer = (
  asked: readonly AskedFound[] | undefined,
  subProcessor: UsedSubProcessor,
  regime: Regime,
) => MatrixCell;

/**
 * Asks the domain once what thousands of cells would ask alike: about one sub-processor, a single request that was
 * decided says the same of every controller for whom it is the same object (`usedFor`). Where several speak, or a clock
 * runs, each cell is a question of its own.
 */
export function cellAnswers(now: number): Answer {
  const read = requestReader();
  const known = new Map<UsedSubProcessor, Map<string, MatrixCell>>();
  return (asked, subProcessor, regime) => {
    // Nobody asked, as in most of a large matrix.
    if (!asked) return NEVER[regime];
    const [one] = asked as [AskedFound];
    const question = asked.length === 1 && one[8] === null ? questionOf(one, regime) : null;
    const alike = known.get(subProcessor) ?? new Map<string, MatrixCell>();
    known.set(subProcessor, alike);
    const answered = question === null ? undefined : alike.get(question);
    if (answered) return { ...answered, requestId: answered.requestId && one[0] };
    const requests = asked.map((each) => requestOf(each, subProcessor, read));
    const {
      state,
      regime: asks,
      requestId,
      day,
      daysLeft,
      missing,
    } = cellOf({ requests, subProcessor, regime }, now);
    const cell = { state, regime: asks, requestId, day, daysLeft, missing };
    if (question !== null) alike.set(question, cell);
    return cell;
  };
}

/** All that decides a cell of one request whose period is over and done with. */
function questionOf([, , , ...decides]: AskedFound, regime: Regime): string {
  return `${regime} ${decides.join(" ")}`;
}

function requestOf(
  [id, , , state, regime, isSent, isOfScope, isMet, period]: AskedFound,
  { scopeDigest }: UsedSubProcessor,
  read: ReturnType<typeof requestReader>,
): AuthorisationRequest {
  const [days, zone, seatCountry, seatAddress, sentAt, receivedAt] = period ?? NO_PERIOD;
  const kept: KeptPeriod = { regime, state, days, zone, seatCountry, seatAddress, sentAt, receivedAt };
  return {
    ...read({ ...kept, id, scopeDigest: isOfScope ? scopeDigest : OTHER, conditions: isMet ? [] : UNMET }),
    sentAt: isSent ? 0 : null,
  };
}

const NO_PERIOD: NonNullable<AskedFound[8]> = [null, "Europe/Paris", null, "", null, null];
/** The digest of nothing: what was asked for is another thing than what is done now. */
const OTHER = "";
const UNMET = [{ isMet: false }];

const NEVER: Record<Regime, MatrixCell> = { specific: never("specific"), general: never("general") };

function never(regime: Regime): MatrixCell {
  return { state: "never", regime, requestId: null, day: null, daysLeft: null, missing: [] };
}
