import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { assumeEnvironment, env } from "@/lib/platform/environment/env";
import { type FreshDatabase, freshDatabase } from "../test/fresh-database";
import { fillDemo } from "./fill-demo";
import { temporaryFolder } from "../test/temporary-folder";

let database: FreshDatabase;
const dataDir = temporaryFolder("demo");
const { AMANA_DATA_DIR: ofOthers } = env();

beforeAll(async () => {
  database = await freshDatabase();
  assumeEnvironment({ AMANA_DATA_DIR: dataDir });
});

afterAll(async () => {
  // Files share a process: a later one would make this folder again.
  assumeEnvironment({ AMANA_DATA_DIR: ofOthers });
  await database.drop();
});

it("fills both sides of an empty database once, and says at every start who may come in", async () => {
  const { secret } = inject("testCluster");
  const ready = { ...database, secret, applied: [], release: async () => {} };
  const stated = await fillDemo(ready);
  expect(stated.join("\n")).toMatch(/salma@zellij\.example.+\n.+y\.leguellec@trois-rivieres\.example/);
  const made = await count();
  expect(made).toEqual({ organisations: 1, staff: 4, contacts: 3, entered: 1, waiting: 1, answered: 1 });

  expect(await fillDemo(ready)).toEqual(stated);
  expect(await count()).toEqual(made);
});

/** Counts as the owner, whom row-level security binds as well. */
async function count() {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM organisation");
    await owner.query("SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false)", [
      rows[0]?.id,
    ]);
    const counted = await owner.query<Record<string, number>>(`
      SELECT (SELECT count(*) FROM organisation)::int AS organisations,
        (SELECT count(*) FROM member WHERE person_id IS NOT NULL)::int AS staff,
        (SELECT count(*) FROM controller_contact)::int AS contacts,
        (SELECT count(*) FROM controller_contact WHERE accepted_at IS NOT NULL)::int AS entered,
        (SELECT count(*) FROM thread WHERE state = 'with-processor')::int AS waiting,
        (SELECT count(*) FROM thread WHERE state = 'with-controller')::int AS answered`);
    return counted.rows[0];
  } finally {
    await owner.end();
  }
}
