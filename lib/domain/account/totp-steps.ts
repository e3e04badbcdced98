import { readFigures } from "./recovery-code";

/** RFC 6238 with its own defaults, which every authenticator application knows. */
export const TOTP = { stepS: 30, digits: 6 } as const;

// A phone's clock runs a little before or behind ours: one step on either side, RFC 6238, 5.2.
const DRIFT_STEPS = 1;

/** The number of the step an instant stands in: whole periods of 30 s since 1970. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / TOTP.stepS);
}

/** The steps whose code counts now, the nearest first. A code counts once: steps up to the last one used are shut. */
export function openSteps(now: Date, lastUsed: number | null): number[] {
  const current = stepAt(now);
  const near = [current];
  for (let drift = 1; drift <= DRIFT_STEPS; drift += 1) near.push(current - drift, current + drift);
  return near.filter((step) => lastUsed === null || step > lastUsed);
}

/** Returns the six figures of "123 456" or "١٢٣٤٥٦", or null when the text is no code. */
export function readTotpCode(typed: string): string | null {
  const code = readFigures(typed);
  return code.length === TOTP.digits ? code : null;
}
