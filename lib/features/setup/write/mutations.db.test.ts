import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/platform/database/ids";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { isSetupTokenGood } from "@/lib/features/setup/read/queries";
import { setUp } from "./mutations";
import { setupSchema } from "@/lib/features/setup/schema";

const NOW = new Date("2026-11-25T10:00:00Z");
const HOUR = 3_600_000;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function makeToken() {
  const token = newToken();
  await owner.query(
    "INSERT INTO setup_token (id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)",
    [newId(NOW), Buffer.from(hashToken(token)), NOW, new Date(NOW.getTime() + HOUR)],
  );
  return token;
}

const input = (token: string, stated: Record<string, unknown> = {}) =>
  setupSchema.parse({
    token,
    legalName: "Nejma Contact",
    country: "MA",
    personName: "Salma Idrissi",
    personEmail: "Salma@Nejma.example",
    password: "une phrase assez longue",
    ...stated,
  });

const people = async () => (await owner.query("SELECT email, password_hash FROM person ORDER BY email")).rows;

describe("setUp", () => {
  it("makes an organisation and its owner, once", async () => {
    const token = await makeToken();
    expect(await isSetupTokenGood(token, NOW)).toBe(true);
    expect(await setUp(input(token), NOW)).toMatchObject({ ok: true, value: { slug: "nejma-contact" } });
    expect(await people()).toEqual([
      { email: "salma@nejma.example", password_hash: expect.stringMatching(/^\$argon2id\$/) },
    ]);
    expect(await isSetupTokenGood(token, NOW)).toBe(false);
    const again = await setUp(input(token, { personEmail: "b@nejma.example" }), NOW);
    expect(again).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    expect(await people()).toHaveLength(1);
  });

  it("refuses a link an hour old, an unknown one, and keeps nothing", async () => {
    const token = await makeToken();
    const late = new Date(NOW.getTime() + HOUR);
    const other = { personEmail: "c@nejma.example" };
    expect(await isSetupTokenGood(token, late)).toBe(false);
    expect(await setUp(input(token, other), late)).toMatchObject({ ok: false });
    expect(await setUp(input("inconnu", other), NOW)).toMatchObject({ ok: false });
    expect(await people()).toHaveLength(1);
  });

  it("does not spend the link on an address that is taken", async () => {
    const token = await makeToken();
    expect(await setUp(input(token), NOW)).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", issues: [{ path: "personEmail", key: "emailUsed" }] },
    });
    expect(await isSetupTokenGood(token, NOW)).toBe(true);
  });

  it("asks for a password of twelve characters, a name and an address that is one", () => {
    const parsed = setupSchema.safeParse({
      token: "t",
      legalName: "",
      country: "",
      personName: "",
      personEmail: "a",
      password: "court",
    });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual(
      expect.arrayContaining([
        ["legalName", "required"],
        ["country", "country"],
        ["personName", "required"],
        ["personEmail", "email"],
        ["password", "passwordShort"],
      ]),
    );
  });
});
