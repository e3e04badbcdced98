import { createHash, randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { callsOf, decodePart, keyOf, peopleIn } from "@/lib/domain/call-log/call-part";
import { migrate } from "@/lib/platform/migrate/migrate";
import { migrationNames, projectSources } from "@/lib/platform/migrate/read-migrations";
import { bareDatabase } from "@/scripts/test/fresh-database";

const FIRST = "20261201700000_call_log_part";
const [ORG, LOG, OTHER] = [randomUUID(), randomUUID(), randomUUID()];

type OldCall = {
  log: string;
  line: number;
  key: Buffer;
  at: string;
  code: string;
  shown: string;
  name: string | null;
};

/** Calls of forty persons in two logs, some of whose keys begin alike. */
const CALLS: OldCall[] = Array.from({ length: 120 }, (_, call) => {
  const key = createHash("sha256")
    .update(String(call % 40))
    .digest();
  key[0] = call % 3 === 0 ? 7 : key[0]!;
  return {
    ...{ log: call % 5 === 0 ? OTHER : LOG, line: call + 2, key },
    at: new Date(Date.UTC(2026, 7, 1 + (call % 20), 10, call % 60)).toISOString(),
    ...{ code: ["NA", "", "SALE"][call % 3]!, shown: ["+33123456789", "masked"][call % 2]! },
    name: call % 4 === 0 ? null : `n-é-${call}`,
  };
});

let database: Awaited<ReturnType<typeof bareDatabase>>;
let owner: Client;

beforeAll(async () => {
  const { secret } = inject("testCluster");
  database = await bareDatabase();
  const only = migrationNames(projectSources.migrations).filter((name) => name < FIRST);
  await migrate(database.ownerUrl, { secret }, { ...projectSources, only });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
    ORG,
  ]);
  // The campaigns of these logs are of no account.
  await owner.query(`ALTER TABLE call_log DROP CONSTRAINT "call_log_org_id_campaign_id_fkey"`);
  for (const log of [LOG, OTHER]) {
    await owner.query(
      `INSERT INTO call_log (id, org_id, campaign_id, professional_id, file_name, file_size, sha256, layout, state,
        received_at, received_by_name, kept_until) VALUES ($1::uuid, $2, $2, $2, 'f', 1, $1::uuid::text, '{}', 'judged', now(), 'n', '2099-12-31')`,
      [log, ORG],
    );
    await owner.query(
      `INSERT INTO call_log_judgement (id, org_id, log_id, cause, campaign_version, calls, broken, doubted, warned, not_placed,
        findings, recorded_at, author_name) VALUES (gen_random_uuid(), $2, $1, 'read', 1, 1, 0, 0, 0, 0, $3, now(), 'n')`,
      [log, ORG, { groups: [{ lines: [2, 3] }, { lines: [3] }], weeks: [] }],
    );
  }
  for (const { log, line, key, at, code, shown, name } of CALLS)
    await owner.query(
      `INSERT INTO logged_call (log_id, line, org_id, professional_id, person_key, called_at, code, shown, call_id)
        VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
      [log, line, ORG, key, at, code, shown, name],
    );
  // An owner reads no organisation by itself.
  await owner.query("SELECT set_config('app.org', '', false), set_config('app.scope', '', false)");
  await migrate(database.ownerUrl, { secret }, projectSources);
  await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
    ORG,
  ]);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Names as their digests would be, so that each can be told. */
const digests = new Map<string, number>();
const digestName = (name: string) => digests.set(name, digests.get(name) ?? digests.size + 1).get(name)!;

it("packs every call that was a row, by person and instant", async () => {
  const { rows } = await owner.query<{ log_id: string; part: number; calls: number; packed: Buffer }>(
    "SELECT log_id, part, calls, packed FROM call_log_part ORDER BY log_id, part",
  );
  const found = rows.flatMap(({ log_id: log, part: number, calls, packed }) => {
    const part = decodePart(packed, digestName);
    expect(part.at).toHaveLength(calls);
    return Array.from({ length: peopleIn(part) }, (_, person) => {
      const key = Buffer.from(keyOf(part, person));
      expect(key[0]).toBe(number);
      const { begin, end } = callsOf(part, person);
      return Array.from({ length: end - begin }, (_unused, of) => ({
        ...{ log, line: part.line[begin + of], key, at: new Date(part.at[begin + of]!).toISOString() },
        ...{ code: part.codes[part.codeAt[begin + of]!], shown: part.shown[part.shownAt[begin + of]!] },
        name: part.name[begin + of],
      }));
    }).flat();
  });
  const expected = CALLS.map(({ name, ...call }) => ({
    ...call,
    name: name === null ? 0 : digestName(name),
  }));
  expected.sort((a, b) => {
    const byLog = a.log < b.log ? -1 : a.log > b.log ? 1 : 0;
    return byLog || Buffer.compare(a.key, b.key) || (a.at < b.at ? -1 : a.at > b.at ? 1 : a.line - b.line);
  });
  expect(found).toEqual(expected);
});

it("leaves rows of the calls alone that a judgement names by their line", async () => {
  const { rows } = await owner.query(
    "SELECT log_id AS log, line, person_key AS key FROM logged_call ORDER BY line",
  );
  const named = CALLS.filter(({ line }) => line === 2 || line === 3);
  expect(rows).toEqual(named.map(({ log, line, key }) => ({ log, line, key })));
});
