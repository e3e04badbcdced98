import { Client } from "pg";
import { verifyChains } from "@/lib/platform/journal/verify-chains";
import type { FlowDownTerms } from "./writers";

export type Findings = {
  /** Number of acknowledged writes at the time of the inspection. */
  promised: number;
  lostWrites: number;
  lostLetters: number;
  /** Rows whose version, journal entry or object is missing: a change that happened by half. */
  halfDone: number;
  journal: "whole" | "broken";
};

// A controller without all of its versions, a version without its controller, either without its entry; a letter too.
const HALF_DONE = `
  SELECT 'c' || id FROM controller c
  WHERE version <> (SELECT count(*) FROM controller_version v WHERE v.controller_id = c.id)
     OR version <> (SELECT count(*) FROM journal_text t WHERE t.org_id = c.org_id AND t.subject_id = c.id::text)
  UNION ALL SELECT 'v' || controller_id FROM controller_version v
  WHERE NOT EXISTS (SELECT FROM controller c WHERE c.id = v.controller_id)
  UNION ALL SELECT 'm' || id FROM outbox_mail m
  WHERE NOT EXISTS (SELECT FROM journal_text t WHERE t.org_id = m.org_id AND t.subject_id = m.id::text)
  UNION ALL SELECT 't' || subject_id FROM journal_text t WHERE t.noun = 'mail'
    AND NOT EXISTS (SELECT FROM outbox_mail m WHERE m.id::text = t.subject_id)
  UNION ALL SELECT 't' || subject_id FROM journal_text t WHERE t.noun = 'controller'
    AND NOT EXISTS (SELECT FROM controller c WHERE c.id::text = t.subject_id)`;

/** Holds what was acknowledged until now against one instant of the database, while others go on writing. */
export async function inspect(ownerUrl: string, { controllers, letters }: FlowDownTerms): Promise<Findings> {
  const [versions, ids] = [new Map(controllers), new Set(letters)];
  const client = new Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SELECT set_config('app.backup', 'on', true)");
    const stored = await client.query<{ id: string; version: number }>("SELECT id, version FROM controller");
    const there = new Map(stored.rows.map(({ id, version }) => [id, version]));
    const mails = await client.query<{ id: string }>("SELECT id FROM outbox_mail");
    const mailed = new Set(mails.rows.map(({ id }) => id));
    return {
      promised: [...versions.values()].reduce((sum, version) => sum + version, 0) + ids.size,
      lostWrites: [...versions].filter(([id, version]) => (there.get(id) ?? 0) < version).length,
      lostLetters: [...ids].filter((id) => !mailed.has(id)).length,
      halfDone: (await client.query(HALF_DONE)).rowCount ?? 0,
      journal: await judgeJournal(client),
    };
  } finally {
    await client.end();
  }
}

async function judgeJournal(client: Client): Promise<Findings["journal"]> {
  for await (const { fault } of verifyChains(client)) if (fault) return "broken";
  return "whole";
}
