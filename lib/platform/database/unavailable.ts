/**
 * Codes that say that no database answered: of the socket, of PostgreSQL (class 08, shutting down or starting, too many
 * connections), of Prisma (unreachable, timed out, closed, no connection in time).
 */
const AWAY =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|08\w{3}|57P0[123]|53300|P100[128]|P1017)$/;
/** Messages of drivers without a code for a broken connection. */
const BROKEN_OFF =
  /^(Connection terminated|Client has encountered a connection error|DatabaseNotReachable|ConnectionClosed)/;

/** True for a fault that lies in the way to the database, and passes with it; what was asked is not at fault. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, originalCode, kind, message, cause, errors, meta } = error as Record<string, unknown>;
  const stated = [code, originalCode].some((word) => typeof word === "string" && AWAY.test(word));
  const broken = [kind, message].some((word) => typeof word === "string" && BROKEN_OFF.test(word));
  const within = [cause, (meta as Record<string, unknown> | undefined)?.driverAdapterError];
  return stated || broken || [...within, ...(Array.isArray(errors) ? errors : [])].some(isDatabaseAway);
}
