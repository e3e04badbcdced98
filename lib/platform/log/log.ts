import pino from "pino";
import { makeLineBudget, shorten } from "./line-budget.mjs";

/** The messages are ours, a few dozen: each is a kind of its own. */
const budget = makeLineBudget({
  tell: (left) => log.warn({ left }, "lines of the past hour were left out of this log"),
});

/**
 * Structured log on standard error; secrets are never passed to it. Of a fault it keeps who threw it, its words and its
 * stack: what drivers hang on theirs (a whole client, the values of a query) is nobody's to read.
 */
export const log: pino.Logger = pino(
  {
    level: "info",
    base: undefined,
    serializers: { err: serialiseError },
    hooks: {
      logMethod(line, method) {
        const message = line.find((part) => typeof part === "string");
        if (budget.admits(String(message))) method.apply(this, line);
      },
    },
  },
  pino.destination(2),
);

/** Returns the parts of a fault that one line needs, where the failure is known and retried. */
export function reasonOf(error: unknown): { code?: string; message: string } {
  const { code } = (error ?? {}) as { code?: unknown };
  const message = error instanceof Error ? error.message : String(error);
  return { ...(typeof code === "string" && { code }), message: withoutAddresses(shorten(message)) };
}

/** Removes addresses: a server's answer repeats the recipient of a letter, whom a log must not name. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'`(),;:]+/g, (word) => (/[^@]@+[^@]/.test(word) ? "<address>" : word));
}

function serialiseError(error: unknown): object {
  if (!(error instanceof Error)) return reasonOf(error);
  const cause = error.cause === undefined ? {} : { cause: reasonOf(error.cause) };
  return {
    type: error.name,
    ...reasonOf(error),
    ...cause,
    stack: withoutAddresses(shorten(error.stack ?? "")),
  };
}
