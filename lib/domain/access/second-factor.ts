export type Factors = {
  /** An authenticator application, confirmed by a first code. */
  totp: boolean;
  passkeys: number;
  /** Recovery codes not used yet. */
  recoveryLeft: number;
};

/** True when the password alone no longer opens a session. Recovery codes stand in for a factor; they are none. */
export function hasSecondFactor({ totp, passkeys }: Pick<Factors, "totp" | "passkeys">): boolean {
  return totp || passkeys > 0;
}

/** A proof serves for five minutes: an open screen that somebody walked away from proves nobody. */
const FRESH_MS = 5 * 60_000;

/**
 * Somebody who has just signed in need not type the password again to change how they do. Whoever came by a letter has
 * proved a mailbox and typed none: a factor that exists must have been given as well, and where a password exists it is
 * asked for. Who has neither may begin with a factor, since the mailbox is all that there is to prove.
 */
export function isFresh(
  {
    openedAt,
    isByLetter,
    secondFactorAt,
    hasCredentials,
  }: {
    openedAt: Date;
    isByLetter: boolean;
    secondFactorAt: Date | null;
    /** The person has a password or a second factor. */
    hasCredentials: boolean;
  },
  now: Date,
): boolean {
  const isProved = !isByLetter || secondFactorAt !== null || !hasCredentials;
  return now.getTime() - openedAt.getTime() < FRESH_MS && isProved;
}

/** Decides whether a session meets the second-factor demand of the organisation that it opens. */
export function opensOrganisation(
  organisation: { requiresSecondFactor: boolean },
  session: { secondFactorAt: Date | null },
): boolean {
  return !organisation.requiresSecondFactor || session.secondFactorAt !== null;
}

/** Three left is the time to make new ones. */
export function isRunningOut(recoveryLeft: number): boolean {
  return recoveryLeft <= 3;
}

/** Returns whether a member of the staff has proved within five minutes that it is them; null: no session asks. */
export function isProofFresh(provedAt: Date | null, now: Date): boolean {
  return provedAt !== null && now.getTime() - provedAt.getTime() < FRESH_MS;
}

/** Returns whether the second factor is recent enough to prove the person's presence. */
export function isFactorFresh(secondFactorAt: Date | null, now: Date): boolean {
  return isProofFresh(secondFactorAt, now);
}
