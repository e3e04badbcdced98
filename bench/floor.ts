import cluster from "node:cluster";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { Pool, type PoolClient } from "pg";
import { itemAt } from "@/lib/domain/invariant/required";

// The least that a list page can cost: node:http and pg, the same look-up of the session, the same row-level security,
// and the same visible page, of which the rows alone are made anew.

type Row = {
  id: string;
  reference: string;
  controller: string;
  activity: string;
  version: number;
  gaps: number;
};
type Settings = { appUrl: string; authUrl: string; visible: string; port: number; workers: number };

const settings = JSON.parse(readFileSync(itemAt(process.argv, 2), "utf8")) as Settings;

if (cluster.isPrimary) for (let count = 0; count < settings.workers; count += 1) cluster.fork();
else serve();

function serve(): void {
  const auth = new Pool({ connectionString: settings.authUrl, max: 10 });
  const app = new Pool({ connectionString: settings.appUrl, max: 10 });
  const [before, row, after] = cutRows(settings.visible);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const org = await findOrganisation(auth, app, request);
    const rows = org ? await findRows(app, org) : [];
    const html = before + rows.map((found) => fillRow(row, found)).join("") + after;
    const isCompressed = request.headers["accept-encoding"]?.includes("gzip");
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (isCompressed) response.setHeader("content-encoding", "gzip");
    response.end(isCompressed ? gzipSync(html) : html);
  };
  createServer((request, response) => {
    // A failed page breaks its connection off: the load counts it as failed.
    answer(request, response).catch((error: Error) => response.destroy(error));
  }).listen(settings.port, "127.0.0.1");
}

/** The page around its rows, and its first row. */
function cutRows(visible: string): [before: string, row: string, after: string] {
  const body = visible.indexOf("<tbody>") + "<tbody>".length;
  const end = visible.indexOf("</tbody>");
  const row = visible.slice(body, visible.indexOf("</tr>", body) + "</tr>".length);
  return [visible.slice(0, body), row, visible.slice(end)];
}

function fillRow(row: string, { id, reference, controller, activity, version, gaps }: Row): string {
  const words = [reference, controller, activity, String(gaps), "", "", String(version)];
  let cell = 0;
  return row
    .replace(/[0-9a-f-]{36}/, id)
    .replace(/>([^<>]+)</g, (_all, text: string) => `>${escapeHtml(words[cell++] || text)}<`);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

async function findOrganisation(
  auth: Pool,
  app: Pool,
  request: IncomingMessage,
): Promise<string | undefined> {
  const token = /amana\.session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const hash = createHash("sha256").update(token).digest();
  const sessions = await auth.query<{ person_id: string }>(
    `SELECT s.person_id FROM session s JOIN person p ON p.id = s.person_id
     WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND p.disabled_at IS NULL`,
    [hash],
  );
  const person = sessions.rows[0]?.person_id;
  if (!person) return undefined;
  return inTransaction(app, "SELECT set_config('app.person', $1, true)", [person], async (client) => {
    const members = await client.query<{ org_id: string }>(
      "SELECT m.org_id, m.role, o.slug, o.legal_name FROM member m JOIN organisation o ON o.id = m.org_id WHERE m.person_id = $1",
      [person],
    );
    return members.rows[0]?.org_id;
  });
}

function findRows(app: Pool, org: string): Promise<Row[]> {
  const enter = "SELECT set_config('app.org', $1, true), set_config('app.scope', 'staff', true)";
  return inTransaction(app, enter, [org], async (client) => {
    const { rows } = await client.query<Row>(
      `SELECT id, reference, controller_name AS controller, activity, version, required_gaps AS gaps, countries,
         instruments, gap_codes, reviewed_on, state
       FROM processing_record WHERE capacity = 'processor' ORDER BY reference, id LIMIT 50`,
    );
    return rows;
  });
}

async function inTransaction<T>(
  pool: Pool,
  enter: string,
  values: string[],
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(enter, values);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } finally {
    client.release();
  }
}
