import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { verifyChains } from "@/lib/platform/journal/verify-chains";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";
import { findWholeChains } from "./whole-chains";

const database = await openDatabase();
const { scope } = await makeOrganisation(database.ownerUrl);
const owner = new Client({ connectionString: database.ownerUrl });

beforeAll(async () => {
  await owner.connect();
  await owner.query(
    "SELECT set_config('app.org', $1, false), set_config('app.scope', 'staff', false), set_config('app.backup', 'on', false)",
    [scope.org],
  );
  for (const [name, subject] of [
    ["Nadia \u0001", "s-1"],
    [String.raw`C:\u0000 \ud800`, null],
    [undefined, "s-2"],
  ]) {
    const text = canonicalText({
      v: 1,
      event: "organisation.updated",
      at: new Date().toISOString(),
      actor: { id: "m-1", kind: "staff", name: name ?? undefined },
      subject: { noun: "organisation", id: subject ?? null },
    });
    const salt = Buffer.alloc(16, 7);
    await owner.query("SELECT journal_append($1, ARRAY[$2::bytea], ARRAY[$3::text])", [
      scope.org,
      salt,
      text,
    ]);
  }
});
afterAll(() => owner.end());

async function faultAfter(sql: string) {
  await owner.query("BEGIN");
  try {
    await owner.query("ALTER TABLE journal_text DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY");
    expect((await owner.query(sql, [scope.org])).rowCount).toBeGreaterThan(0);
    const isWhole = (await findWholeChains(owner)).has(scope.org);
    for await (const { org, fault } of verifyChains(owner)) if (org === scope.org) return { isWhole, fault };
    return null;
  } finally {
    await owner.query("ROLLBACK");
  }
}

it("holds for texts with escapes that the database reads otherwise, for an empty subject and an author without a name", async () => {
  for await (const { org, fault } of verifyChains(owner))
    if (org === scope.org) expect(fault).toBeUndefined();
});

it("finds whole what needs no walk, an absent author included", async () => {
  const other = await makeOrganisation(database.ownerUrl);
  expect([...(await findWholeChains(owner))]).toContain(other.scope.org);
});

it.each([
  [
    "a number that the database cannot hold",
    "text = replace(text, '\"v\":1', '\"v\":1e999999')",
    "digest-mismatch",
  ],
  ["a text that is no JSON", "text = text || '7'", "column-mismatch"],
  ["a subject that the text does not name", "subject_id = 'other'", "column-mismatch"],
  ["a subject where the text names none", "subject_id = coalesce(subject_id, 'x')", "column-mismatch"],
  ["an author's name where the text has none", "actor_name = coalesce(actor_name, 'x')", "column-mismatch"],
])("is never more lenient than the walk: %s", async (_, change, kind) => {
  expect(await faultAfter(`UPDATE journal_text SET ${change} WHERE org_id = $1`)).toMatchObject({
    isWhole: false,
    fault: { kind },
  });
});
