import { endOfDay } from "@/lib/domain/time/zones";
import { contractualDeadline } from "./clocks";

/** The contract with a sub-processor as one version of its sheet holds it. */
export type AgreedVersion = {
  recordedAt: number;
  signedOn: string | null;
  endsOn: string | null;
  hours: number | null;
};

/**
 * Finds the contract that bound a sub-processor on a day: as the sheet held it that day, else one recorded later that
 * was already signed. Null where none was in force: an unsigned contract, or one past its end, binds nobody.
 */
export function agreedOn(versions: readonly AgreedVersion[], day: string): AgreedVersion | null {
  const night = endOfDay("Africa/Casablanca", day);
  const binds = ({ signedOn, endsOn }: AgreedVersion) =>
    signedOn !== null && signedOn <= day && (endsOn === null || endsOn >= day);
  const then = versions.findLast(({ recordedAt }) => recordedAt <= night);
  if (then && binds(then)) return then;
  return versions.find((version) => version.recordedAt > night && binds(version)) ?? null;
}

/** The sub-processor's own duty towards us, S0 to P0, by the hours of its contract, art. 28(4) and 33(2). */
export type UpstreamClock = {
  deadline: number | null;
  hours: number | null;
  elapsed: number | null;
  state: "kept" | "late" | "no-hours" | "no-contract" | "unknown";
};

type Reported = {
  awareAt: number | null;
  reportedAt: number | null;
  agreed: Pick<AgreedVersion, "hours"> | null;
};

export function upstreamClock({ awareAt, reportedAt, agreed }: Reported): UpstreamClock {
  const hours = agreed?.hours ?? null;
  const deadline = awareAt === null || hours === null ? null : contractualDeadline(awareAt, hours);
  const elapsed = awareAt === null || reportedAt === null ? null : reportedAt - awareAt;
  return { deadline, hours, elapsed, state: stateOf({ awareAt, reportedAt, agreed }, deadline) };
}

function stateOf({ awareAt, reportedAt, agreed }: Reported, deadline: number | null): UpstreamClock["state"] {
  if (awareAt === null || reportedAt === null) return "unknown";
  if (agreed === null) return "no-contract";
  if (deadline === null) return "no-hours";
  return reportedAt > deadline ? "late" : "kept";
}
