import type { Prisma } from "@/lib/generated/prisma/client";
import type { OrgScope } from "@/lib/domain/access/scope";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { appClient, auditorClient, authClient, portalClient, publicClient } from "./clients";
import { refreshStatistics } from "./refresh-statistics";
import { scopeSettings } from "./scope-settings";
import { limitsOfUnit, READER_WAIT_MS } from "./time-limits";
import { insideTransaction, isInsideUnit } from "./units";

export type Tx = Prisma.TransactionClient;

/**
 * Milliseconds that a unit of work waits for a connection, and lasts. This process counts them: where it is
 * busy, they continue while an answer of the database waits to be read. A limit on concurrent pages ends
 * waits early; these limits release connections that a fault or a lock would hold forever.
 */
const LIMITS = { maxWait: READER_WAIT_MS, timeout: READER_WAIT_MS };

type Limits = {
  /** Extends the limit for a long verb, such as an import; the server grants its statements as much. */
  timeoutMs?: number;
  /** Reads one snapshot, taken at the first statement. */
  isSnapshot?: boolean;
};

/** Opens a unit of work of one organisation: its scope binds every read and write inside. */
export async function withOrg<T>(
  scope: OrgScope,
  work: (tx: Tx) => Promise<T>,
  limits: Limits = {},
): Promise<T> {
  const { timeoutMs, isSnapshot } = limits;
  const result = await once(() =>
    clientOf(scope).$transaction(
      async (tx) => {
        await tx.$executeRaw(scopeSettings(scope, timeoutMs ? limitsOfUnit(timeoutMs) : undefined));
        return work(tx);
      },
      {
        ...LIMITS,
        ...(timeoutMs && { timeout: timeoutMs }),
        ...(isSnapshot ? { isolationLevel: "RepeatableRead" } : {}),
      },
    ),
  );
  // A unit that asks for more time, and is no reading of a snapshot, writes many rows.
  if (timeoutMs && !isSnapshot) await refreshStatistics();
  return result;
}

/** Opens a unit of work before an organisation is chosen: a person sees their own memberships. */
export async function withPerson<T>(personId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return once(() =>
    appClient().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.person', ${personId}, true)`;
      return work(tx);
    }, LIMITS),
  );
}

/** An organisation, or the platform, whose journal and outbox the authentication role may write. */
export type Chain = { org: string; scope: "staff" | "platform" };

/** Chain of events outside any organisation: sign-ins, passwords, sessions. */
export const PLATFORM: Chain = { org: PLATFORM_CHAIN, scope: "platform" };

/** Work of the authentication role; `chain` names the organisation or the platform whose journal it may append to. */
export async function withAuth<T>(chain: Chain, work: (tx: Tx) => Promise<T>): Promise<T> {
  return once(() =>
    authClient().$transaction(async (tx) => {
      await enterChain(tx, chain);
      return work(tx);
    }, LIMITS),
  );
}

/** Goes on in another chain, within work of the authentication role: one's account touches all of one's organisations. */
export async function enterChain(tx: Tx, { org, scope }: Chain): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.org', ${org}, true), set_config('app.scope', ${scope}, true)`;
}

/** Opens the person's own memberships, within work of the authentication role. */
export async function enterPerson(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.person', ${personId}, true)`;
}

/** Portal, auditors and strangers have roles of their own: what their pages do not show, they may not read. */
function clientOf({ scope }: OrgScope) {
  if (scope === "auditor") return auditorClient();
  if (scope === "public" || scope === "data-subject") return publicClient();
  return scope === "portal" ? portalClient() : appClient();
}

// A nested transaction takes a second connection while holding the first: enough of them drain the pool.
function once<T>(run: () => Promise<T>): Promise<T> {
  if (isInsideUnit()) throw new Error("A unit of work was opened inside another: do it in one.");
  return insideTransaction(run);
}
