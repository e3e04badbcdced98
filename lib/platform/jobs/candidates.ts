import { itemAt } from "@/lib/domain/invariant/required";
import { jobsPool } from "./pool";

/** Ids of every organisation there is. */
export async function listOrganisations(): Promise<string[]> {
  const { rows } = await jobsPool().query<{ id: string }>("SELECT id FROM job_organisations()");
  return rows.map(({ id }) => id);
}

/** Letters that are due at an instant, the longest waiting first, with the organisation each belongs to. */
export async function listDueLetters(at: Date, limit: number): Promise<{ id: string; org: string }[]> {
  const sql = "SELECT id, org_id AS org FROM outbox_due($1, $2)";
  return (await jobsPool().query<{ id: string; org: string }>(sql, [at, limit])).rows;
}

/** Grants of auditors whose contents are to be collected, the longest waiting first. */
export async function listGrants(at: Date, limit: number): Promise<{ id: string; org: string }[]> {
  const sql = "SELECT id, org_id AS org FROM audits_due($1, $2)";
  return (await jobsPool().query<{ id: string; org: string }>(sql, [at, limit])).rows;
}

/** Logs of calls that are to be judged at an instant, the longest waiting first. */
export async function listLogsToJudge(at: Date, limit: number): Promise<{ id: string; org: string }[]> {
  const sql = "SELECT id, org_id AS org FROM call_logs_due($1, $2)";
  return (await jobsPool().query<{ id: string; org: string }>(sql, [at, limit])).rows;
}

/** Logs whose calls are to be deleted: their day has passed, or the process that read them has died. */
export async function listLogsToClear(
  day: string,
  at: Date,
  limit: number,
): Promise<{ id: string; org: string }[]> {
  const sql = "SELECT id, org_id AS org FROM call_logs_past($1, $2, $3)";
  return (await jobsPool().query<{ id: string; org: string }>(sql, [day, at, limit])).rows;
}

/** Dossiers to be made at an instant, the longest waiting first, and those whose file has expired. */
export async function listDossiers(
  which: "due" | "expired",
  at: Date,
  limit: number,
): Promise<{ id: string; org: string }[]> {
  const sql = `SELECT id, org_id AS org FROM ${which === "due" ? "dossiers_due" : "dossiers_expired"}($1, $2)`;
  return (await jobsPool().query<{ id: string; org: string }>(sql, [at, limit])).rows;
}

/**
 * Finds the letter of a returned message in any organisation: by the envelope's id that it repeats, else by
 * the Message-IDs that it quotes.
 */
export async function findReturnedLetter({
  envelopeId,
  messageIds,
}: {
  envelopeId: string;
  messageIds: readonly string[];
}): Promise<{ id: string; org: string; by: "envelope" | "message" } | null> {
  const sql = "SELECT id, org_id AS org FROM outbox_returned($1, $2)";
  const asked = [[envelopeId, ""], ...messageIds.map((id) => ["", id])];
  for (const [envelope, message] of asked) {
    const { rows } = await jobsPool().query<{ id: string; org: string }>(sql, [envelope, message]);
    if (rows[0]) return { ...rows[0], by: envelope ? "envelope" : "message" };
  }
  return null;
}

/** Throws away what serves nobody any more; returns how many rows. */
export async function cleanExpired(at: Date): Promise<number> {
  const sql = "SELECT clean_expired($1) + clean_submissions() + clean_subscribers() AS count";
  const { rows } = await jobsPool().query<{ count: string }>(sql, [at]);
  return Number(itemAt(rows, 0).count);
}
