import { AsyncLocalStorage } from "node:async_hooks";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { OrgScope } from "@/lib/domain/access/scope";
import { appClient, authClient } from "@/lib/platform/db";

export type Tx = Prisma.TransactionClient;

/** Interactive transactions end after 5 s unless a long verb (an import) says otherwise. */
type Limits = { timeoutMs?: number };

const inside = new AsyncLocalStorage<true>();

/** One unit of work of one organisation: every read and write inside it is bound by its scope. */
export async function withOrg<T>(
  scope: OrgScope,
  work: (tx: Tx) => Promise<T>,
  limits: Limits = {},
): Promise<T> {
  return once(() =>
    appClient().$transaction(
      async (tx) => {
        await enter(tx, scope);
        return work(tx);
      },
      { timeout: limits.timeoutMs ?? 5000, maxWait: 5000 },
    ),
  );
}

/** What a person may see before an organisation is chosen: their own memberships. */
export async function withPerson<T>(personId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return once(() =>
    appClient().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.person', ${personId}, true)`;
      return work(tx);
    }),
  );
}

/** Work of the authentication role; `chain` names the organisation or the platform whose journal it may append to. */
export async function withAuth<T>(
  chain: { org: string; scope: "staff" | "platform" },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return once(() =>
    authClient().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.org', ${chain.org}, true), set_config('app.scope', ${chain.scope}, true)`;
      return work(tx);
    }),
  );
}

async function enter(tx: Tx, scope: OrgScope): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.org', ${scope.org}, true),
    set_config('app.scope', ${scope.scope}, true),
    set_config('app.controller', ${scope.controllerId ?? ""}, true),
    set_config('app.person', '', true)`;
}

// A nested transaction takes a second connection while holding the first: enough of them drain the pool.
function once<T>(run: () => Promise<T>): Promise<T> {
  if (inside.getStore()) throw new Error("A unit of work was opened inside another: do it in one.");
  return inside.run(true, run);
}
