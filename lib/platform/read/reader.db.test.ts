import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { POOLS } from "@/lib/platform/database/connections";
import { isDatabaseUnavailable } from "@/lib/platform/database/unavailable";
import { closeClients, readPool } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { freshDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { PageReader } from "./reader";

let database: FreshDatabase;
let own: MadeOrganisation;
let foreign: MadeOrganisation;

beforeAll(async () => {
  // The names of a pool are limited, and files before this one share the process.
  await closeClients();
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
  await makeController(own, { legalName: "Propre" });
  await makeController(foreign, { legalName: "Étranger" });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => database.drop());

const namesIn = (reader: PageReader) =>
  reader.$queryRaw<{ name: string }[]>`SELECT legal_name AS name FROM controller`.then((rows) =>
    rows.map(({ name }) => name),
  );
const namesOf = (ctx: MadeOrganisation) => namesIn(new PageReader(ctx.scope));

/** Returns the scope settings left on any connection of the pool. */
async function settingsLeft() {
  const clients = await Promise.all(Array.from({ length: POOLS.read }, () => readPool().connect()));
  const left = await Promise.all(
    clients.map((client) =>
      client.query<{ org: string | null; person: string | null }>(
        "SELECT nullif(current_setting('app.org', true), '') AS org, nullif(current_setting('app.scope', true), '') AS scope",
      ),
    ),
  );
  clients.forEach((client) => client.release());
  return left.flatMap(({ rows }) => rows);
}

describe("a page's reads", () => {
  it("leave together where they are asked together: one connection, one transaction, each statement once", async () => {
    const connect = vi.spyOn(readPool(), "connect");
    const query = vi.spyOn(Client.prototype, "query");
    const reader = new PageReader(own.scope);
    const shell = async () => reader.$queryRaw<{ at: Date }[]>`SELECT transaction_timestamp() AS at, 1 AS n`;
    const page = async () => {
      await Promise.resolve();
      const [[one], [again], [other]] = await Promise.all([
        reader.$queryRaw<{ at: Date }[]>`SELECT transaction_timestamp() AS at, 1 AS n`,
        reader.$queryRaw<{ at: Date }[]>`SELECT transaction_timestamp() AS at, ${1}::int AS n`,
        reader.$queryRaw<{ at: Date }[]>`SELECT transaction_timestamp() AS at, ${2}::int AS n`,
      ]);
      return [one, again, other];
    };
    const [[first], rest] = await Promise.all([shell(), page()]);
    expect(new Set([first, ...rest].map((row) => row!.at.getTime())).size).toBe(1);
    expect(connect).toHaveBeenCalledTimes(1);
    // BEGIN, the scope, three statements, COMMIT.
    expect(query).toHaveBeenCalledTimes(6);
  });

  it("begin another unit of work once an answer is there", async () => {
    const connect = vi.spyOn(readPool(), "connect");
    const reader = new PageReader(own.scope);
    expect([await namesIn(reader), await namesIn(reader)]).toEqual([["Propre"], ["Propre"]]);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it("leave together in the next unit where they are asked while one is answered", async () => {
    const connect = vi.spyOn(readPool(), "connect");
    const reader = new PageReader(own.scope);
    const read = () =>
      reader.$queryRaw<{ at: Date }[]>`SELECT transaction_timestamp() AS at, pg_sleep(0.05)::text`;
    const first = read();
    const after = Array.from({ length: 5 }, async (_, turns) => {
      for (let turn = 0; turn <= turns; turn += 1) await new Promise(setImmediate);
      return reader.$queryRaw<{ at: Date }[]>`SELECT transaction_timestamp() AS at, ${turns}::int AS n`;
    });
    const [[early], ...late] = await Promise.all([first, ...after]);
    const instants = new Set(late.map(([row]) => row!.at.getTime()));
    expect(instants.size).toBe(1);
    expect(instants.has(early!.at.getTime())).toBe(false);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it("see one organisation's rows however many are read at once, and leave no scope behind", async () => {
    const turns = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? own : foreign));
    const nobody = mintScope({ org: newId(own.now), scope: "staff" });
    const [found, nothing] = await Promise.all([
      Promise.all(turns.map(namesOf)),
      Promise.all(turns.map(() => namesIn(new PageReader(nobody)))),
    ]);
    expect(found).toEqual(turns.map((ctx) => (ctx === own ? ["Propre"] : ["Étranger"])));
    expect(nothing.flat()).toEqual([]);
    expect(await settingsLeft()).toEqual(
      Array.from({ length: POOLS.read }, () => ({ org: null, scope: null })),
    );
  });

  it("write nothing", async () => {
    const reader = new PageReader(own.scope);
    await expect(reader.$queryRaw`UPDATE controller SET legal_name = 'Autre'`).rejects.toMatchObject({
      code: "25006",
    });
    expect(await namesOf(own)).toEqual(["Propre"]);
  });

  it("are refused inside a unit of work, whose writings they would not see", async () => {
    const inside = withOrg(own.scope, async () => namesOf(own));
    await expect(inside).rejects.toThrow("inside a unit of work");
  });

  it("name a statement that is used often, and are answered by its plan", async () => {
    for (let use = 0; use < 12; use += 1) await namesOf(use % 2 ? own : foreign);
    const [row] = await new PageReader(own.scope).$queryRaw<object[]>`
      SELECT name FROM pg_prepared_statements WHERE statement = 'SELECT legal_name AS name FROM controller'`;
    expect(row).toEqual({ name: expect.stringMatching(/^amana_/) });
  });
});

describe("a fault", () => {
  it("of one statement fails all that left with it by its own name, and nobody after them", async () => {
    const reader = new PageReader(own.scope);
    const asked = await Promise.allSettled([
      namesIn(reader),
      reader.$queryRaw`SELECT 1 / ${0}::int AS n`,
      reader.$queryRaw`SELECT 2 AS n`,
    ]);
    expect(asked.map((one) => one.status === "rejected" && one.reason.code)).toEqual([
      "22012",
      "22012",
      "22012",
    ]);
    expect(await Promise.all([own, foreign, own, foreign, own, foreign].map(namesOf))).toEqual(
      [own, foreign, own, foreign, own, foreign].map((ctx) => (ctx === own ? ["Propre"] : ["Étranger"])),
    );
    expect(await namesIn(reader)).toEqual(["Propre"]);
  });

  it("of the scope lets nothing be read", async () => {
    const reader = new PageReader(mintScope({ org: own.scope.org, scope: "staff", controllerId: "\0" }));
    await expect(reader.$queryRaw`SELECT 1 AS n`).rejects.toMatchObject({ code: "22021" });
    await expect(namesIn(new PageReader(mintScope({ org: "nobody", scope: "staff" })))).rejects.toMatchObject(
      {
        code: "22P02",
      },
    );
    expect(await namesOf(foreign)).toEqual(["Étranger"]);
  });

  it("of the connection is told as a database that is away, and the next page is served", async () => {
    const reader = new PageReader(own.scope);
    const [cut] = await Promise.allSettled([
      reader.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(60)`,
    ]);
    expect(cut.status === "rejected" && isDatabaseUnavailable(cut.reason)).toBe(true);
    expect(await namesIn(reader)).toEqual(["Propre"]);
  });
});

describe("a row", () => {
  const ROW = (reader: Pick<PageReader, "$queryRaw">) => reader.$queryRaw<object[]>`
    SELECT ${"é"}::text AS text, ${["a", 'b"', "c,d"]}::text[] AS texts, '{}'::text[] AS nothing, 7::int AS n,
      ${new Date("2026-03-10T10:00:00.123Z")}::timestamptz AS at, true AS yes, NULL::text AS gone,
      '{"a":[1,null,"é"]}'::jsonb AS tree, '[]'::json AS list, ${own.scope.org}::uuid AS id, 1.5::float8 AS half`;

  it("is what Prisma reads of the same statement", async () => {
    const [[here], [there]] = [
      await ROW(new PageReader(own.scope)),
      await withOrg(own.scope, (tx) => ROW(tx)),
    ];
    expect(here).toEqual(there);
  });

  it.each(["1::bigint", "1::numeric", "'2026-03-10'::date", "'2026-03-10'::timestamp"])(
    "with %s is refused, for Prisma reads it otherwise",
    async (column) => {
      const reader = new PageReader(own.scope);
      const { Prisma } = await import("@/lib/generated/prisma/client");
      await expect(reader.$queryRaw(Prisma.sql`SELECT ${Prisma.raw(column)} AS n`)).rejects.toThrow(
        "cast it",
      );
    },
  );
});
