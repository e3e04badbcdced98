import { text } from "node:stream/consumers";
import { z } from "zod";
import { closeClients } from "@/lib/platform/database/clients";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";
import { makePlan, storePlan } from "./plan-store";

const requestSchema = z.object({ org: z.uuid(), id: z.uuid(), today: z.iso.date() });

/** Plans the run named on stdin, stores the plan and answers with its stamp. */
const { org, id, today } = requestSchema.parse(JSON.parse(await text(process.stdin)));
const scope = mintScope({ org, scope: "staff" });
const limits = { isSnapshot: true, timeoutMs: 600_000 };
const made = await withOrg(scope, (tx) => makePlan(tx, id, today), limits);
if (made) {
  await withOrg(scope, (tx) => storePlan(tx, id, made), { timeoutMs: 60_000 });
  process.stdout.write(`${made.stamp}\n`);
}
await closeClients();
