import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillExample } from "@/lib/features/example/write/mutations";
import { closeClients } from "@/lib/platform/database/clients";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { makeWhole, unzip, verifyZip } from "./dossier.fixture";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
const folders: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-20T10:00:00Z"));
  const filled = await fillExample(ctx);
  expect(filled.ok).toBe(true);
  ctx = { ...ctx, now: new Date("2026-11-28T10:00:00Z") };
}, 120_000);
afterAll(async () => {
  folders.forEach((folder) => rmSync(folder, { recursive: true }));
  await closeClients();
  await database.drop();
});

const verify = (zip: Buffer, ...words: string[]) => {
  const { folder, ...result } = verifyZip(zip, ...words);
  folders.push(folder);
  return result;
};

describe("a dossier of the whole", () => {
  it("holds each section in four forms, its documents and the chain, and is whole by its own verifier", async () => {
    const { row, zip, outcome } = await makeWhole(ctx);
    expect({ outcome, failure: row.failure }).toEqual({ outcome: "made", failure: "" });
    expect(zip.length).toBe(Number(row.size));
    const { status, out } = verify(zip, "--key", row.keyFingerprint);
    expect(out).toContain("RESULT whole");
    expect(status).toBe(0);
    const files = [...(await unzip(zip)).keys()];
    for (const form of ["pdf", "xlsx", "csv", "json"])
      for (const at of [
        "01-register/register",
        "02-clauses/clauses",
        "04-chain/chain",
        "08-breaches/breaches",
      ])
        expect(files).toContain(`${at}.${form}`);
    expect(files.filter((path) => path.includes("/documents/")).length).toBeGreaterThan(0);
    expect(files).toContain("90-journal/journal.jsonl");
  }, 120_000);
});
