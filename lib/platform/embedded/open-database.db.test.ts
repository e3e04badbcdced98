import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, expect, it } from "vitest";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { discardData } from "./discard-data";
import { openDatabase } from "./open-database";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

const data = temporaryFolder("version");
chmodSync(data, 0o711);
afterAll(() => discardData(data));

/** Opens the data folder, runs a statement in it, and leaves it. */
async function ask(statement: string): Promise<unknown[]> {
  const { ownerUrl, release } = await openDatabase(data, { durable: false });
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  await release();
  return rows;
}

it("refuses files of another PostgreSQL at once, and changes none of them", async () => {
  await ask("CREATE TABLE kept AS SELECT 7 AS number");
  const version = join(data, "postgres", "PG_VERSION");
  const ours = readFileSync(version, "utf8");
  writeFileSync(version, "17\n");
  const refusal = await openDatabase(data, { durable: false }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ConfigurationError);
  expect(String(refusal)).toContain("was written by PostgreSQL 17");
  expect(readFileSync(version, "utf8")).toBe("17\n");
  writeFileSync(version, ours);
  expect(await ask("SELECT number FROM kept")).toEqual([{ number: 7 }]);
});
