import type { Calendar } from "@/lib/domain/time/controller-calendar";
import { timedDuties, type AuthorityDuty } from "./authority-duties";
import {
  AUTHORITY_HOURS,
  authorityClocks,
  contractualDeadline,
  controllerAwareAt,
  elapsedUntilInformed,
  provenAwareAt,
  safeAwareAt,
  type AuthorityClocks,
  type Informed,
} from "./clocks";
import type { Judgement } from "./file";
import type { NoticeDelay } from "./notice-content";

/** States what the contract in force at P0 says of breaches. */
export type NoticeTerms = { contractId: string; reference: string; hours: number | null; means: string };

/** Hours of the organisation's own threshold until it states others: no law names any, art. 33(2). */
export const OWN_THRESHOLD_HOURS = 24;

/** Verdicts on "without undue delay", art. 33(2): "in time" is said only of a controller that was told. */
export const NOTICE_STATES = [
  /** No awareness yet: nothing runs. */
  "suspicion",
  "running",
  /** Not told past the organisation's own threshold, where no contract names hours. */
  "past-threshold",
  /** Not told past the hours of the contract. */
  "late",
  "told",
  /** Told past the own threshold: a person judges, with a reason. */
  "told-to-judge",
  "judged-prompt",
  "judged-undue",
  "told-late",
  /** Applies to a controller that knew before the processor. */
  "knew-first",
  /** Told by us before the awareness that is recorded: one of the two instants is to be corrected. */
  "told-before-aware",
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export type ControllerClock = {
  state: NoticeState;
  /** Null: no hours were agreed, and none are invented. */
  deadline: number | null;
  hours: number | null;
  /** End of the own threshold where no hours were agreed; null where they were, or nobody is aware. */
  threshold: number | null;
  /** Waited for, or was told, after more hours than the controller has for its authority, art. 33(1). */
  isPastAuthorityHours: boolean;
  /** C0 − P0 in milliseconds, until now where it is not told. */
  elapsed: number | null;
  /** C0, from which its own hours run: an opening by an unproven address is the safe instant, and no telling. */
  informedAt: number | null;
  /** Instant from which something proves that it was told: it ends the processor's duty, 33(2). */
  toldAt: number | null;
  /** The 72 hours with each law that sets them; null: none does, the controller is not aware, or a rectification reached it. */
  authority: (AuthorityClocks & { duties: readonly AuthorityDuty[] }) | null;
};

export type ControllerCase = {
  awareAt: number | null;
  terms: NoticeTerms | null;
  informed: readonly Informed[];
  /** First awareness proven, also where a rectification ended it; its own hours count from it. */
  firstAwareAt?: number | null;
  /** True where the controller was set aside and knows it: no time of its own runs any more. */
  isTakenBack?: boolean;
  /** Hours of the organisation's own threshold on the day of awareness. */
  ownHours: number;
  judgement: Judgement | null;
  /** The controller's own duties towards the authorities of its laws. */
  duties: readonly AuthorityDuty[];
  calendar: Calendar;
};

/** The clocks of one controller: ours from P0 to C0, and its own from C0. */
export function controllerClock(of: ControllerCase, now: number): ControllerClock {
  const { awareAt } = of;
  const [informedAt, toldAt] = [controllerAwareAt(of.informed), provenAwareAt(of.informed)];
  const countedAt = safeAwareAt(informedAt, of.firstAwareAt ?? null);
  const timed = timedDuties(of.duties);
  const hours = of.terms?.hours ?? null;
  const elapsed = awareAt === null ? null : elapsedUntilInformed(awareAt, toldAt, now);
  return {
    ...noticeVerdict(of, now),
    hours,
    informedAt,
    toldAt,
    elapsed,
    isPastAuthorityHours: elapsed !== null && elapsed > AUTHORITY_HOURS * HOUR_MS,
    authority:
      countedAt === null || timed.length === 0 || of.isTakenBack
        ? null
        : { ...authorityClocks(countedAt, of.calendar), duties: timed },
  };
}

const HOUR_MS = 3_600_000;

type Verdict = Pick<ControllerClock, "state" | "deadline" | "threshold">;

/**
 * States which hours were over before the controller knew, C0, or are over while nothing proves that it knows: the contract's,
 * or, where it names none, the organisation's own. A call in time makes a later confirmation in writing no late notice, art.
 * 33(2). Null: none were.
 */
export function noticeDelay(
  { awareAt, terms, informed, ownHours }: Pick<ControllerCase, "awareAt" | "terms" | "informed" | "ownHours">,
  now: number,
): NoticeDelay | null {
  if (awareAt === null) return null;
  const isAgreed = typeof terms?.hours === "number";
  const hours = terms?.hours ?? ownHours;
  if ((provenAwareAt(informed) ?? now) <= contractualDeadline(awareAt, hours)) return null;
  return isAgreed
    ? { rule: "contract", hours }
    : { rule: "own-threshold", hours, hasContract: terms !== null };
}

/** Judges one controller's notice by the contract's hours, or by the own threshold where it names none. */
export function noticeVerdict(
  { awareAt, terms, informed, ownHours, judgement }: Omit<ControllerCase, "duties" | "calendar">,
  now: number,
): Verdict {
  // An opening by an unproven address proves no telling: whoever made the address could have opened it.
  const informedAt = provenAwareAt(informed);
  const hours = terms?.hours ?? null;
  const end = (of: number | null) =>
    awareAt === null || of === null ? null : contractualDeadline(awareAt, of);
  const [deadline, threshold] = [end(hours), end(hours === null ? ownHours : null)];
  const stateOf = (): NoticeState => {
    if (informedAt !== null && (awareAt === null || informedAt < awareAt))
      return isKnownElsewhere(informed, informedAt) ? "knew-first" : "told-before-aware";
    if (awareAt === null) return "suspicion";
    const isPast = (instant: number | null) => instant !== null && (informedAt ?? now) > instant;
    if (informedAt === null) {
      if (isPast(deadline)) return "late";
      return isPast(threshold) ? "past-threshold" : "running";
    }
    if (isPast(deadline)) return "told-late";
    if (!isPast(threshold)) return "told";
    if (judgement === null) return "told-to-judge";
    return judgement.isUndue ? "judged-undue" : "judged-prompt";
  };
  return { state: stateOf(), deadline, threshold };
}

function isKnownElsewhere(informed: readonly Informed[], at: number): boolean {
  return informed.some((one) => one.by === "elsewhere" && one.at === at);
}
