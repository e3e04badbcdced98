import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeOrganisation, PASSWORD, type MadeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { isRefusalJournalled, journalRefusalCounts } from "./refusal-counts";
import { signIn } from "./sign-in";

const NOW = new Date("2026-11-25T10:20:00Z");
const LATER = new Date("2026-11-25T11:00:30Z");

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;
let own: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

type Row = { event: string; text: string };

async function readEntries(): Promise<Row[]> {
  const seen = Number(
    (await owner.query<{ seq: string }>("SELECT coalesce(max(seq), 0) AS seq FROM seen")).rows[0]!.seq,
  );
  const { rows } = await owner.query<Row & { seq: string }>(
    "SELECT seq, event, text FROM journal_text WHERE event LIKE 'sign-in.%' AND seq > $1 ORDER BY seq",
    [seen],
  );
  if (rows.length > 0) await owner.query("INSERT INTO seen VALUES ($1)", [rows.at(-1)!.seq]);
  return rows;
}

beforeAll(() => owner.query("CREATE TEMP TABLE seen (seq bigint)"));

it("writes so many refused sign-ins of a network an hour, and the others as one entry when it is over", async () => {
  const device = { userAgent: "Outil", address: "203.0.113.9" };
  const outcomes: unknown[] = [];
  for (let at = 0; at < 90; at++)
    outcomes.push(await signIn({ email: "x@y.example", password: "faux", ...device }, NOW).catch(String));
  expect(outcomes.filter((one) => one === "Error: locked")).toHaveLength(82);
  expect(await readEntries()).toHaveLength(30);

  await journalRefusalCounts(NOW);
  expect(await readEntries()).toEqual([]);
  await Promise.all([journalRefusalCounts(LATER), journalRefusalCounts(LATER)]);
  const [summary, ...more] = await readEntries();
  expect(more).toEqual([]);
  expect(summary!.event).toBe("sign-in.refusals-counted");
  expect(JSON.parse(summary!.text)).toMatchObject({
    after: {
      from: "2026-11-25T10:00:00.000Z",
      refused: 90,
      written: 30,
      networks: 1,
      most: [{ network: "203.0.113.9", count: 90 }],
    },
  });
  await journalRefusalCounts(LATER);
  expect(await readEntries()).toEqual([]);
});

it("writes so many of all networks together, for a stranger may have many", async () => {
  const at = new Date("2026-11-25T12:00:00Z");
  const noted: boolean[] = [];
  for (let network = 0; network < 700; network++)
    noted.push(await isRefusalJournalled(`2001:db8:${network.toString(16)}:1::7`, at));
  expect(noted.filter(Boolean)).toHaveLength(600);
  // Another address of a network that has its first half.
  for (let host = 0; host < 5; host++) await isRefusalJournalled(`2001:db8:1:1::${host}`, at);
  await journalRefusalCounts(new Date("2026-11-25T13:00:00Z"));
  const [summary] = await readEntries();
  expect(JSON.parse(summary!.text)).toMatchObject({
    after: {
      refused: 705,
      written: 600,
      networks: 700,
      most: [{ network: "2001:db8:1:1", count: 6 }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    },
  });
});

it("says nothing of an hour whose refusals are all written, and nothing of who was let in", async () => {
  const at = new Date("2026-11-25T14:00:00Z");
  const device = { userAgent: "Navigateur", address: "198.51.100.4" };
  expect(await signIn({ email: own.email, password: "faux", ...device }, at)).toBeNull();
  expect(await signIn({ email: own.email, password: PASSWORD, ...device }, at)).not.toBeNull();
  await journalRefusalCounts(new Date("2026-11-25T15:00:00Z"));
  expect((await readEntries()).map(({ event }) => event)).toEqual(["sign-in.failed", "sign-in.succeeded"]);
});
