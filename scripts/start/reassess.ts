import { reassessOutdated } from "@/lib/features/reassessment/write/mutations";
import { closeClients } from "@/lib/platform/database/clients";
import { withConnection } from "@/lib/platform/database/connection";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { mintScope } from "@/lib/platform/database/scope";
import type { ReadyDatabase } from "./database";
import type { Note } from "./progress";

/** After an upgrade that brought new rules: every register is assessed by them before anybody reads it. */
export async function reassessRegisters(
  { ownerUrl, appUrl, authUrl, secret }: Pick<ReadyDatabase, "ownerUrl" | "appUrl" | "authUrl" | "secret">,
  note: Note,
): Promise<void> {
  assumeEnvironment({ DATABASE_APP_URL: appUrl, DATABASE_AUTH_URL: authUrl, AMANA_SECRET: secret });
  let count = 0;
  for (const org of await listOrganisations(ownerUrl)) {
    count += await reassessOutdated(mintScope({ org, scope: "staff" }), new Date());
    if (count > 0) note(`${count} records assessed again by the rules of this version`);
  }
  await closeClients();
}

function listOrganisations(ownerUrl: string): Promise<string[]> {
  return withConnection(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM organisation");
    return rows.map(({ id }) => id);
  });
}
