import type { Calendar } from "@/lib/domain/time/controller-calendar";
import { hasAuthorityClock, type AuthorityLaw } from "./authority-law";
import {
  authorityClocks,
  contractualDeadline,
  controllerAwareAt,
  elapsedUntilInformed,
  type AuthorityClocks,
  type Informed,
} from "./clocks";

/** States what the contract in force at P0 says of breaches. */
export type NoticeTerms = { contractId: string; reference: string; hours: number | null; means: string };

export type NoticeState =
  /** No awareness yet: nothing runs. */
  | "suspicion"
  | "running"
  | "late"
  | "told"
  | "told-late"
  /** Applies to a controller that knew before the processor. */
  | "knew-first";

export type ControllerClock = {
  state: NoticeState;
  /** Null: no hours were agreed, and none are invented. */
  deadline: number | null;
  hours: number | null;
  /** C0 − P0 in milliseconds, until now where it is not told. */
  elapsed: number | null;
  /** C0. */
  informedAt: number | null;
  authority: (AuthorityClocks & { law: AuthorityLaw }) | null;
};

type ControllerCase = {
  awareAt: number | null;
  terms: NoticeTerms | null;
  informed: readonly Informed[];
  /** The law of the controller's own duty to tell its authority. */
  law: AuthorityLaw;
  calendar: Calendar;
};

/** The clocks of one controller: ours from P0 to C0, and its own from C0. */
export function controllerClock(of: ControllerCase, now: number): ControllerClock {
  const informedAt = controllerAwareAt(of.informed);
  const hours = of.terms?.hours ?? null;
  const deadline = of.awareAt === null || hours === null ? null : contractualDeadline(of.awareAt, hours);
  return {
    ...{ state: stateOf(of.awareAt, informedAt, deadline, now), deadline, hours, informedAt },
    elapsed: of.awareAt === null ? null : elapsedUntilInformed(of.awareAt, informedAt, now),
    authority:
      informedAt === null || !hasAuthorityClock(of.law)
        ? null
        : { ...authorityClocks(informedAt, of.calendar), law: of.law },
  };
}

function stateOf(
  awareAt: number | null,
  informedAt: number | null,
  deadline: number | null,
  now: number,
): NoticeState {
  if (informedAt !== null && (awareAt === null || informedAt < awareAt)) return "knew-first";
  if (awareAt === null) return "suspicion";
  if (informedAt !== null) return deadline !== null && informedAt > deadline ? "told-late" : "told";
  return deadline !== null && now > deadline ? "late" : "running";
}
