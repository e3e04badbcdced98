import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { describeDifferences } from "@/lib/platform/migrate/catalogue/compare";
import { type FreshDatabase, freshDatabase } from "@/scripts/test/fresh-database";
import { renderChanges } from "./render-changes";
import { replaySources } from "./replay-sources";
import { readSources, type Source } from "./sources";

let database: FreshDatabase;
let owner: Client;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("BEGIN");
});
afterEach(() => owner.end());

type Change = [path: string, from: string, to: string];

/** The sources with a text of one file changed wherever it stands in it, for each change. */
function changed(...changes: Change[]): Source[] {
  const sources = readSources();
  for (const [path, from, to] of changes) {
    const source = sources.find((each) => each.path === path)!;
    expect(source.script).toContain(from);
    source.script = source.script.replaceAll(from, () => to);
  }
  return sources;
}

/** Replays the sources, and returns what the migrations lack of them and the migration that would be made. */
async function replay(sources: Source[]) {
  await owner.query("SAVEPOINT migrated");
  const { migrated, stated } = await replaySources(owner, sources);
  await owner.query("ROLLBACK TO SAVEPOINT migrated");
  return { differences: describeDifferences(stated, migrated), script: renderChanges(migrated, stated) };
}

describe("the sources of functions, views, policies and triggers", () => {
  it("say what the migrations make, no more and no less", async () => {
    expect(await replay(readSources())).toEqual({ differences: [], script: "" });
  });

  /** Replaying takes a second or two, so the changes are made together: each in a file or a statement of its own. */
  const CHANGES: [name: string, Change, sentences: RegExp[], written: RegExp][] = [
    [
      "a body",
      ["prisma/sql/base/functions.sql", "ORDER BY o.id", "ORDER BY o.id DESC"],
      [/^The function job_organisations\(\) differs/],
      /^CREATE OR REPLACE FUNCTION public\.job_organisations\(\)[^;]*ORDER BY o\.id DESC/m,
    ],
    [
      "a function of another name",
      ["prisma/sql/outbox/functions.sql", "returned_unmatched", "returned_alone"],
      [
        /^The function returned_alone\(.*\) is missing/,
        /^The function returned_unmatched\(.*\) should not be there/,
      ],
      /^DROP FUNCTION returned_unmatched\(.*\);\n[^]*^CREATE OR REPLACE FUNCTION public\.returned_alone\(/m,
    ],
    [
      "a policy",
      [
        "prisma/sql/transfer/access.sql",
        "CREATE POLICY portal_linked ON transfer ",
        "CREATE POLICY tied ON transfer ",
      ],
      [/^The policy transfer\.tied is missing/, /^The policy transfer\.portal_linked should not be there/],
      /^DROP POLICY portal_linked ON transfer;\n[^]*^CREATE POLICY tied ON transfer /m,
    ],
    [
      "a privilege that is withdrawn",
      ["prisma/sql/example/functions.sql", "GRANT EXECUTE ON FUNCTION example_clear(uuid) TO amana_app;", ""],
      [/^The grant function example_clear\(uuid\) to amana_app should not be there/],
      /^REVOKE EXECUTE ON FUNCTION example_clear\(uuid\) FROM amana_app;$/m,
    ],
    [
      "a row",
      [
        "prisma/sql/example/rows.sql",
        "('transfer', 'attachment', 'subject_id', NULL, 'false')",
        "('transfer', 'attachment', 'subject_id', NULL, 'true')",
      ],
      [/^The row .* is missing/, /^The row .* should not be there/],
      /^DELETE FROM example\.holding_table WHERE .*\n[^]*^INSERT INTO example\.holding_table /m,
    ],
    [
      "a trigger",
      ["prisma/sql/transfer/triggers.sql", "search_gone AFTER DELETE", "search_left AFTER DELETE"],
      [
        /^The trigger transfer\.search_left is missing/,
        /^The trigger transfer\.search_gone should not be there/,
      ],
      /^DROP TRIGGER search_gone ON transfer;\n[^]*^CREATE TRIGGER search_left AFTER DELETE ON transfer /m,
    ],
    [
      "a column of a view",
      [
        "prisma/sql/transfer/views.sql",
        "sub_processor_id, merged_from_id FROM transfer;",
        "sub_processor_id, merged_from_id, true AS is_shown FROM transfer;",
      ],
      [/^The view portal\.transfer differs/],
      /^CREATE OR REPLACE VIEW portal\.transfer WITH/m,
    ],
  ];

  it(`turn into a migration that makes them: ${CHANGES.map(([name]) => name).join(", ")}`, async () => {
    const sources = changed(...CHANGES.map(([, change]) => change));
    const { differences, script } = await replay(sources);
    for (const [name, , sentences, written] of CHANGES) {
      for (const sentence of sentences)
        expect(differences, name).toContainEqual(expect.stringMatching(sentence));
      expect(script, name).toMatch(written);
    }
    await owner.query(script);
    expect(await replay(sources)).toEqual({ differences: [], script: "" });
  });

  it("name the file that PostgreSQL refuses", async () => {
    const sources = changed(["prisma/sql/transfer/views.sql", "FROM transfer;", "FROM no_such_table;"]);
    await expect(replaySources(owner, sources)).rejects.toThrow(
      /^prisma\/sql\/transfer\/views\.sql: relation "no_such_table" does not exist/,
    );
  });
});
