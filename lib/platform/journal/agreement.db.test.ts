import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DRAWN, type DrawnNoun } from "@/lib/domain/nouns/drawn";
import type { OrgScope } from "@/lib/domain/access/scope";
import type { DrawnTable } from "@/lib/domain/nouns/drawn-table";
import { LISTED } from "@/lib/domain/nouns/listed";
import { PORTAL_LISTS } from "@/lib/domain/nouns/portal-lists";
import { WAITING_NOUNS } from "@/lib/domain/nouns/waiting";
import { required } from "@/lib/domain/invariant/required";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { fillEvidence } from "@/prisma/factories/evidence";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findDisputed, findDisputedAmong, findDisputedOf, isDisputed } from "./agreement";
import { whileMoved } from "./moved-rows.fixture";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const owner = new Client({ connectionString: database.ownerUrl });
let contact: MadeContact;

beforeAll(async () => {
  ({ contact } = await fillEvidence(ctx));
  await owner.connect();
  await owner.query("SELECT set_config('app.backup', 'on', false)");
}, 240_000);
afterAll(() => owner.end());

const EVERY = Object.entries(DRAWN).flatMap(([noun, drawn]) =>
  drawn.map(({ table, column }) => ({ noun: noun as DrawnNoun, table, column })),
);

describe.each(EVERY)("a page of $noun, of which it draws $table", ({ noun, table, column }) => {
  it("says that it does not agree, to staff and to the client who sees it, once a row was changed", async () => {
    const { rows } = await owner.query<{ id: string }>(
      `SELECT DISTINCT "${column}" AS id FROM ${table} LIMIT 20`,
    );
    const seen: string[] = [];
    for (const { id } of rows) {
      const seenBy = async () => [
        await withOrg(ctx.scope, (tx) => isDisputed(tx, noun, id)),
        await withOrg(contact.scope, (tx) => isDisputed(tx, noun, id)),
      ];
      expect(await seenBy()).toEqual([false, false]);
      const [byStaff, byClient] = await whileMoved(owner, { table, column, id }, seenBy);
      expect(byStaff).toBe(true);
      if (byClient) seen.push(id);
    }
    expect(seen).not.toEqual([]);
  });
});

it("is asked by every page that records a look", async () => {
  const { id } = await withOrg(contact.scope, (tx) => tx.contract.findFirstOrThrow({ select: { id: true } }));
  const look = () => recordPageAccess(contact, { noun: "contract", id, label: "C-001" });
  expect(await look()).toEqual({ isDisputed: false });
  expect(await whileMoved(owner, { table: "contract", column: "id", id }, look)).toEqual({
    isDisputed: true,
  });
});

it("is declared by every noun of which rows wait for a client, and said by every page of one in the portal", () => {
  expect(WAITING_NOUNS.filter((noun) => !(noun in DRAWN))).toEqual([]);
  const folder = "app/(portal)/portal/[contact]";
  const pages = readdirSync(folder)
    .map((name) => join(folder, name, "[id]", "page.tsx"))
    .filter((page) => existsSync(page));
  expect(pages.length).toBeGreaterThanOrEqual(Object.keys(DRAWN).length);
  expect(pages.filter((page) => !readFileSync(page, "utf8").includes("<Disputed isDisputed="))).toEqual([]);
});

it("refuses a table that nothing binds, and counts no row of another organisation", async () => {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM authorisation ORDER BY 1 LIMIT 1");
  const { id } = required(rows[0], "authorisation");
  const foreign = await makeOrganisation(database.ownerUrl);
  const see = () => withOrg(foreign.scope, (tx) => isDisputed(tx, "authorisation", id));
  expect(await whileMoved(owner, { table: "authorisation", column: "id", id }, see)).toBe(false);
  await expect(
    withOrg(ctx.scope, (tx) => findDisputed(tx, [{ table: "person", column: "id" }], id)),
  ).rejects.toThrow(/bound by nothing/);
});

it("is asked of many at once, of what staff or a contact may see", async () => {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM authorisation ORDER BY 1");
  const ids = rows.map(({ id }) => id);
  const id = required(ids[0], "authorisation");
  const drawn = DRAWN.authorisation;
  const foreign = await makeOrganisation(database.ownerUrl);
  const { id: controllerId } = await makeController(ctx, { legalName: "Brisevent" });
  const outsider = await makeContact(ctx, { controllerId, role: "reader" });
  const among = (scope: OrgScope) => withOrg(scope, (tx) => findDisputedAmong(tx, drawn, ids));
  expect((await among(ctx.scope)).ids.size).toBe(0);
  await whileMoved(owner, { table: "authorisation", column: "id", id }, async () => {
    expect(await among(ctx.scope)).toEqual({ ids: new Set([id]), tables: { authorisation: 1 } });
    expect((await among(foreign.scope)).ids.size).toBe(0);
    expect((await among(outsider.scope)).ids.size).toBe(0);
    await expect(
      withOrg(ctx.scope, (tx) => findDisputedAmong(tx, [{ table: "person", column: "id" }], ids)),
    ).rejects.toThrow(/bound by nothing/);
  });
});

const LISTS: [string, readonly DrawnTable[]][] = [
  ...Object.entries(LISTED).map(([noun, rows]): [string, readonly DrawnTable[]] => [noun, rows]),
  ["portal: sub-processor", PORTAL_LISTS["sub-processor"]],
  ["portal: attachment", PORTAL_LISTS.attachment],
];

describe.each(LISTS)("a list of %s", (_, drawn) => {
  it("names what does not agree, in one statement", async () => {
    for (const { table, column } of drawn) {
      const { rows } = await owner.query<{ id: string }>(
        `SELECT DISTINCT "${column}" AS id FROM ${table} WHERE "${column}" IS NOT NULL LIMIT 3`,
      );
      const ids = rows.map(({ id }) => id);
      const list = () => withOrg(ctx.scope, (tx) => findDisputedOf(tx, drawn, ids));
      const id = required(ids[0], table);
      expect([...(await list())]).toEqual([]);
      expect([...(await whileMoved(owner, { table, column, id }, list))]).toEqual([id]);
    }
  });
});

/** Pages of the console whose noun declares no rows for a list: letters, members, files, notes, and what is still to be recorded. */
const UNLISTED = [
  "auditors/[id]",
  "dossiers/[id]",
  "dpo/feeds",
  "dpo/needs",
  "internal-notes/[noun]/[id]",
  "members/[id]",
  "members/invitations/[id]",
  "notifications",
  "outbox",
  "outbox/[id]",
  "records/import/[id]",
  "saved-views/[id]",
  "telephone/consents/[id]",
];

/** Texts of the pages below a folder, by their place in it. */
function pagesIn(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("/page.tsx"))
    .map((name) => [name.slice(0, -"/page.tsx".length), readFileSync(join(folder, name), "utf8")]);
}

it("is asked by every list and sheet of the console, and by every list of the portal", () => {
  const console = pagesIn("app/(console)/[org]").filter(
    ([place, text]) => /<(ListFrame|PeriodListPage)/.test(text) || place.endsWith("/[id]"),
  );
  expect(console.length).toBeGreaterThan(Object.keys(LISTED).length);
  const silent = console.filter(([, text]) => !/<Disputed(Rows|Sheet)?\b/.test(text));
  expect(silent.map(([place]) => place).toSorted()).toEqual(UNLISTED);
  const lists = pagesIn("app/(portal)/portal/[contact]").filter(([place]) => !place.includes("/"));
  const unmarked = lists.filter(([, text]) => !text.includes("await rowMarks("));
  expect(unmarked.map(([place]) => place).toSorted()).toEqual(["extract", "me", "telephone"]);
});
