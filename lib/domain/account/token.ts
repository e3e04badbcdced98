const MINUTE = 60_000;

/** Lifetimes of the links in letters, in milliseconds. */
export const TOKEN_LIFETIMES = {
  "password-reset": 30 * MINUTE,
  /** Sent to the new address: it becomes that of the account. */
  "email-change": 60 * MINUTE,
  /** Sent to the present address: it stays, and the change is stopped. */
  "email-keep": 60 * MINUTE,
  /** Restores the address in use before a change that was confirmed. */
  "email-restore": 7 * 24 * 60 * MINUTE,
} as const;
export type TokenKind = keyof typeof TOKEN_LIFETIMES;

/** A newer link of the same kind makes the older one expire. */
export type TokenState = "good" | "used" | "expired" | "unknown";

/** Returns the state of a link; null is a link that was never made. */
export function stateOfToken(token: { usedAt: Date | null; expiresAt: Date } | null, now: Date): TokenState {
  if (!token) return "unknown";
  if (token.usedAt) return "used";
  return token.expiresAt > now ? "good" : "expired";
}
