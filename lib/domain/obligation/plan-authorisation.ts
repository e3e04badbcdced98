import { authorisationStatusAt, type StoredAuthorisation } from "@/lib/domain/authorisation/request-status";
import { type Obligation, type ObligationKind, obligationOf, type Row, since } from "./types";

export type AuthorisationToPlan = {
  row: Row;
  asked: StoredAuthorisation;
  subProcessor: string;
  sentAt: number;
  /** A no by telephone or at a meeting, which nobody has been asked to confirm in writing. */
  isSpokenNo: boolean;
  /** Instant of the last decision; null where none was recorded. */
  decidedAt: number | null;
};

/** Answers and silences of requests that were sent, in the controller's zone. */
export function planAuthorisation(it: AuthorisationToPlan, now: number): Obligation[] {
  const { asked, sentAt } = it;
  const { state, period, waits } = authorisationStatusAt(asked, now);
  if (state === "expired" && period)
    return [about(it, "authorisation.expired", { type: "day", day: period.lastDay, zone: asked.zone })];
  switch (waits) {
    case "receipt":
      return [sinceOf(it, "authorisation.receipt", sentAt)];
    case "confirmation":
      return [sinceOf(it, "authorisation.confirmation", lapsedAt(asked, now) ?? asked.receivedAt ?? sentAt)];
    case "answer":
      return period
        ? [about(it, "authorisation.answer", { type: "day", day: period.lastDay, zone: asked.zone })]
        : [];
    case "working-day":
      return [];
    case null:
      return planDecided(it);
  }
}

/** Law: a no needs no writing to count; it is asked for so that it can be proved. */
function planDecided(it: AuthorisationToPlan): Obligation[] {
  const { decidedAt, isSpokenNo } = it;
  if (decidedAt === null) return [];
  if (isSpokenNo) return [sinceOf(it, "authorisation.written-no", decidedAt)];
  return [{ ...sinceOf(it, "authorisation.answer", decidedAt), doneAt: decidedAt }];
}

function about(it: AuthorisationToPlan, kind: ObligationKind, due: Obligation["due"]): Obligation {
  return obligationOf(it.row, kind, due, { about: it.subProcessor, periodDays: it.asked.days });
}

function sinceOf(it: AuthorisationToPlan, kind: ObligationKind, at: number): Obligation {
  return obligationOf(it.row, kind, since(at, it.asked.zone), { about: it.subProcessor });
}

/** The instant at which the contract that let silence count ceased to bind. */
function lapsedAt({ lapsesAt }: StoredAuthorisation, now: number): number | null {
  return lapsesAt !== null && lapsesAt <= now ? lapsesAt : null;
}
