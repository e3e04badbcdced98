import { existsSync } from "node:fs";
import { todayIn } from "@/lib/domain/time/zones";
import type * as Commit from "@/lib/features/import/write/commit";
import type * as Open from "@/lib/features/import/write/mutations";
import type * as Plan from "@/lib/features/import/read/plan-run";
import type * as Clients from "@/lib/platform/database/clients";
import type { Tx } from "@/lib/platform/database/transaction";
import type { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";

type Ctx = Awaited<ReturnType<typeof makeOrganisation>>;

export type ImportSteps = {
  /** Takes a file in, plans it for its preview and commits it. */
  importFile: (ctx: Ctx, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  closeClients: () => Promise<void>;
};

/** Imports nothing that an older tree lacks: the verbs of the tree that this program runs in: of today, or of the time when each look planned anew. */
export function findSteps(): Promise<ImportSteps> {
  return existsSync("lib/features/import/read/plan-run.ts") ? stepsOfToday() : stepsOfOlderTree();
}

async function stepsOfToday(): Promise<ImportSteps> {
  const [{ closeClients }, { openImport }, { planRun }, { commitImport }] = await Promise.all([
    load<typeof Clients>("@/lib/platform/database/clients"),
    load<typeof Open>("@/lib/features/import/write/mutations"),
    load<typeof Plan>("@/lib/features/import/read/plan-run"),
    load<typeof Commit>("@/lib/features/import/write/commit"),
  ]);
  const importFile: ImportSteps["importFile"] = async (ctx, bytes) => {
    const { id } = valueOf(await openImport(ctx, { fileName: "registre.csv", bytes }));
    const made = await planRun({ scope: ctx.scope, id, today: dayOf(ctx) });
    if (!made || typeof made.result === "string" || "choice" in made.result)
      throw new Error("The register could not be planned.");
    valueOf(await commitImport(ctx, { id, version: 1, plan: made.result.fingerprint }));
  };
  return { importFile, closeClients };
}

type OlderTree = {
  findRun(tx: Tx, id: string): Promise<object | null>;
  previewRun(tx: Tx, run: object, today: string): Promise<{ fingerprint: string }>;
  withOrg<T>(scope: Ctx["scope"], work: (tx: Tx) => Promise<T>, limits: { timeoutMs: number }): Promise<T>;
} & Pick<typeof Open, "openImport"> &
  Pick<typeof Commit, "commitImport"> &
  Pick<typeof Clients, "closeClients">;

async function stepsOfOlderTree(): Promise<ImportSteps> {
  const [{ closeClients }, { findRun }, { previewRun }, { withOrg }, verbs] = await Promise.all([
    load<OlderTree>("@/lib/platform/db"),
    load<OlderTree>("@/lib/features/import/data"),
    load<OlderTree>("@/lib/features/import/preview"),
    load<OlderTree>("@/lib/platform/transaction"),
    load<OlderTree>("@/lib/features/import/mutations"),
  ]);
  const importFile: ImportSteps["importFile"] = async (ctx, bytes) => {
    const { id } = valueOf(await verbs.openImport(ctx, { fileName: "registre.csv", bytes }));
    const { fingerprint } = await withOrg(
      ctx.scope,
      async (tx) => {
        const run = await findRun(tx, id);
        if (!run) throw new Error("The import that was begun is absent.");
        return previewRun(tx, run, dayOf(ctx));
      },
      { timeoutMs: 300_000 },
    );
    valueOf(await verbs.commitImport(ctx, { id, version: 1, plan: fingerprint }));
  };
  return { importFile, closeClients };
}

function dayOf({ now }: Ctx): string {
  return todayIn("Africa/Casablanca", now.getTime());
}

/** Only one of the trees has the module, so the compiler cannot look it up. */
async function load<T>(module: string): Promise<T> {
  return (await import(module)) as T;
}
