import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashSetupToken, issueSetupToken } from "./setup-token";
import { type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";

let database: FreshDatabase;
let owner: Client;
const now = new Date("2026-11-25T09:00:00Z");

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
beforeEach(() => owner.query("DELETE FROM setup_token"));
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function storedTokens() {
  return (await owner.query<{ token_hash: Buffer; expires_at: Date }>("SELECT * FROM setup_token")).rows;
}

describe("issueSetupToken", () => {
  it("keeps the hash of a token that is good for an hour", async () => {
    const token = await issueSetupToken(database.ownerUrl, now);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await storedTokens()).toMatchObject([
      { token_hash: hashSetupToken(token ?? ""), expires_at: new Date("2026-11-25T10:00:00Z") },
    ]);
  });

  it("puts a new token in the place of one that was never used", async () => {
    await issueSetupToken(database.ownerUrl, now);
    const second = await issueSetupToken(database.ownerUrl, now);
    expect((await storedTokens()).map((row) => row.token_hash)).toEqual([hashSetupToken(second ?? "")]);
  });

  it("issues none once the database was set up", async () => {
    await issueSetupToken(database.ownerUrl, now);
    await owner.query("UPDATE setup_token SET used_at = $1", [now]);
    expect(await issueSetupToken(database.ownerUrl, now)).toBeUndefined();
    expect(await storedTokens()).toHaveLength(1);
  });
});
