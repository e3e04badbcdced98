/**
 * Codes that say that no database answered: of the socket, of PostgreSQL (class 08, shutting down or starting, too many
 * connections), of Prisma (unreachable, timed out, closed, no connection in time).
 */
const AWAY =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|08\w{3}|57P0[123]|53300|P100[128]|P1017)$/;
/** Messages of drivers without a code for a broken connection. */
const BROKEN_OFF =
  /^(Connection terminated|Client has encountered a connection error|DatabaseNotReachable|ConnectionClosed)/;

/** PostgreSQL ended a statement, by its limit or because somebody asked it to; or a session whose transaction was idle. */
const ENDED = /^(57014|25P03)$/;
/** Messages of the driver and of Prisma where what waits here has waited too long. */
const OUT_OF_TIME =
  /^Query read timeout$|timeout exceeded when trying to connect|on an expired transaction|Unable to start a transaction in the given time/;

/** PostgreSQL or the system has no room left on a disk, or no more of its quota. */
const FULL = /^(53100|ENOSPC|EDQUOT)$/;

/** True for a fault that lies in the way to the database, and passes with it; what was asked is not at fault. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return hasCause(error, ({ code, originalCode, kind, message }) => {
    const stated = [code, originalCode].some((word) => typeof word === "string" && AWAY.test(word));
    return stated || [kind, message].some((word) => typeof word === "string" && BROKEN_OFF.test(word));
  });
}

/** True where the database answers, and what was asked took longer than it may. */
export function hasTakenTooLong(error: unknown): boolean {
  return hasCause(error, ({ code, originalCode, message }) => {
    const isEnded = [code, originalCode].some((word) => typeof word === "string" && ENDED.test(word));
    return isEnded || (typeof message === "string" && OUT_OF_TIME.test(message));
  });
}

/** True where a disk is full: the database's, or that of this process. */
export function isDiskFull(error: unknown): boolean {
  return hasCause(error, ({ code, originalCode }) =>
    [code, originalCode].some((word) => typeof word === "string" && FULL.test(word)),
  );
}

/** True where `test` holds of an error, or of one that it wraps, as the drivers wrap theirs. */
function hasCause(error: unknown, test: (fault: Record<string, unknown>) => boolean): boolean {
  if (typeof error !== "object" || error === null) return false;
  const fault = error as Record<string, unknown>;
  const { cause, errors, meta } = fault;
  const within = [cause, (meta as Record<string, unknown> | undefined)?.driverAdapterError];
  return (
    test(fault) ||
    [...within, ...(Array.isArray(errors) ? errors : [])].some((inner) => hasCause(inner, test))
  );
}
