// @module-tag multiplies
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CURRENT_TABLES } from "@/lib/platform/journal/current-tables";
import { findShapes, type TableShape } from "@/lib/platform/journal/row-digest";
import { findCurrentFaultsOf } from "@/lib/platform/journal/verify-current-rows";
import { findBatchFaults } from "@/lib/platform/journal/verify-rows";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";
import { fillBound, forgeAll, rewriteLines } from "./many-forgeries.fixture";

/** Forgeries over all tables and two depths: a few in the daily tests, 10,000 in `test:all`. */
const ASKED = Number(process.env.AMANA_TEST_FORGERIES ?? 500);
/** Leaves out "organisation", each of whose rows is a chain of its own. */
const TABLES = CURRENT_TABLES.filter(({ name }) => name !== "organisation");
// A few tables have one row for each organisation: the others take their share.
const EACH = Math.ceil((1.06 * ASKED) / (2 * TABLES.length)) + 1;

const database = await openDatabase();
const { scope } = await makeOrganisation(database.ownerUrl);
const owner = new Client({ connectionString: database.ownerUrl });
const found = { row: 0, line: 0 };
let shapes: Map<string, TableShape>;

beforeAll(async () => {
  await owner.connect();
  shapes = await findShapes(owner);
});
afterAll(() => owner.end());

const countOf = (faults: readonly { kind: string; count: number; org: string }[], kinds: readonly string[]) =>
  faults
    .filter(({ kind, org }) => kinds.includes(kind) && org === scope.org)
    .reduce((sum, { count }) => sum + count, 0);

it.each(TABLES)(
  "finds every forged row of $name, and every line that was rewritten with it",
  async (table) => {
    await owner.query("BEGIN");
    try {
      const made = await fillBound(owner, table.name, scope.org, EACH);
      const ofRows = () => findCurrentFaultsOf(owner, table, shapes);
      const kinds = ["row-changed", "row-missing", "row-inserted"];
      expect(countOf(await ofRows(), kinds)).toBe(0);
      const { count } = await forgeAll(owner, table.name, made);
      expect(count).toBe(made.length);
      expect(countOf(await ofRows(), kinds)).toBe(count);
      found.row += count;
      await rewriteLines(owner, table.name, made);
      expect(countOf(await ofRows(), kinds)).toBe(0);
      expect(countOf(await findBatchFaults(owner), ["rows-mismatch"])).toBe(count);
      found.line += count;
    } finally {
      await owner.query("ROLLBACK");
    }
  },
);

it("has found as many forgeries as were asked for", () => {
  expect(found.row).toBe(found.line);
  expect(found.row + found.line).toBeGreaterThanOrEqual(ASKED);
});
