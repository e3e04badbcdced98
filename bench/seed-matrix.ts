import { Client } from "pg";
import { openSession } from "@/lib/platform/request/session-store";
import type { StaffCtx } from "@/lib/platform/request/context";
import { makeContractInForce } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { clientName } from "./names";

export const CONTROLLERS = 300;
export const SUB_PROCESSORS = 60;

/** An organisation whose matrix is measured: its context, its address and the session cookie's token. */
export type MeasuredMatrix = { ctx: StaffCtx; slug: string; token: string; requests: number };

/** Three cells in five were asked, one in twenty of them twice, one in twenty waits; by SQL, for nobody sends ten thousand letters. */
export async function seedMatrix(ownerUrl: string): Promise<MeasuredMatrix> {
  const made = await makeOrganisation(ownerUrl, "Mesures de la matrice");
  for (let index = 0; index < CONTROLLERS; index += 1) {
    const { id } = await makeController(made, { legalName: clientName(index) });
    await makeContractInForce(made, { controllerId: id, reference: `C-${1000 + index}` });
  }
  for (let index = 0; index < SUB_PROCESSORS; index += 1)
    await makeWholeSubProcessor(made, { name: `Sous-traitant ${index + 1} SAS` });
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      "SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false), set_config('app.controller', '', false)",
      [made.scope.org],
    );
    const requests = await insertRequests(owner, made.scope.org);
    await owner.query("ANALYZE");
    const device = { userAgent: "bench", address: "127.0.0.1" };
    const token = await openSession(made.actor.personId, device, new Date());
    return { ctx: { ...made, now: new Date() }, slug: made.slug, token, requests };
  } finally {
    await owner.end();
  }
}

async function insertRequests(owner: Client, org: string): Promise<number> {
  const { rowCount } = await owner.query(
    `WITH asked AS (
       SELECT c.id AS controller_id, s.id AS sub_processor_id, s.version, s.scope_digest, k.id AS contract_id,
         row_number() OVER (ORDER BY c.id, s.id, twice) AS n
       FROM controller c CROSS JOIN sub_processor s JOIN contract k ON k.controller_id = c.id
         CROSS JOIN generate_series(1, 2) AS twice
       WHERE c.org_id = $1 AND s.org_id = $1 AND abs(hashtext(c.id::text || s.id::text)) % 5 < 3
         AND (twice = 1 OR abs(hashtext(s.id::text || c.id::text)) % 20 = 0)),
     made AS (
       INSERT INTO authorisation (id, org_id, reference, controller_id, contract_id, sub_processor_id,
         sub_processor_version, scope_digest, regime, days, zone, seat_country, seat_address, language, recipient, text,
         text_digest, list, list_digest, state, sent_at, received_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'A-' || lpad(n::text, 5, '0'), controller_id, contract_id, sub_processor_id,
         version, scope_digest, CASE n % 3 WHEN 0 THEN 'general' ELSE 'specific' END, 30, 'Europe/Paris', 'FR',
         '69002 Lyon', 'fr', 'contact@orvelle.example', 'Nous vous demandons votre accord.', repeat('0', 64),
         '{"version": 1, "entries": []}', repeat('0', 64), CASE WHEN n % 20 <> 0 THEN CASE n % 7 WHEN 0 THEN 'refused' ELSE 'approved' END
           WHEN n % 3 = 0 THEN 'notified' ELSE 'submitted' END,
         now() - n * interval '7 minutes', now() - n * interval '7 minutes',
         now() - n * interval '7 minutes', now() - n * interval '7 minutes'
       FROM asked RETURNING id, controller_id, state, sent_at)
     INSERT INTO authorisation_fact (id, org_id, authorisation_id, controller_id, version, event, state, at, recorded_at,
       author_kind, author_name)
     SELECT gen_random_uuid(), $1, id, controller_id, v, CASE v WHEN 1 THEN 'submit' WHEN 2 THEN 'receive' ELSE 'approve' END,
       state, sent_at + v * interval '1 hour', sent_at + v * interval '1 hour', 'system', ''
     FROM made CROSS JOIN generate_series(1, 3) AS v`,
    [org],
  );
  return (rowCount ?? 0) / 3;
}
