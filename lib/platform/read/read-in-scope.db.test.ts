import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { OrgScope } from "@/lib/domain/access/scope";
import { readPool } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { mintScope } from "@/lib/platform/database/scope";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { freshDatabase, type FreshDatabase } from "@/scripts/test/fresh-database";
import { readInScope, readModels } from "./read-in-scope";
import { PageReader } from "./reader";

let database: FreshDatabase;
let own: MadeOrganisation;
let foreign: MadeOrganisation;
let portal: OrgScope;
let neighbour: OrgScope;

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
  foreign = await makeOrganisation(database.ownerUrl);
  const controller = await makeController(own, { legalName: "Propre" });
  const other = await makeController(own, { legalName: "Voisin" });
  await makeRecord(own, { controllerId: controller.id });
  await makeController(foreign, { legalName: "Étranger" });
  portal = (await makeContact(own, { controllerId: controller.id })).scope;
  neighbour = (await makeContact(own, { controllerId: other.id })).scope;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => database.drop());

const findNames = async (tx: Tx) => {
  const rows = await tx.controller.findMany({ orderBy: { legalName: "asc" }, select: { legalName: true } });
  return rows.map(({ legalName }) => legalName);
};
const namesOf = (scope: OrgScope) => readInScope(scope, findNames);

describe("models read in a page's units", () => {
  it("leave with what shell and list ask by SQL in the same turn, on one connection", async () => {
    await namesOf(own.scope);
    const connect = vi.spyOn(readPool(), "connect");
    const query = vi.spyOn(Client.prototype, "query");
    const reader = new PageReader(own.scope);
    const [[row], names, count] = await Promise.all([
      reader.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM processing_record`,
      readModels(reader, findNames),
      readModels(reader, (tx) => tx.controller.count()),
    ]);
    expect([row!.n, names, count]).toEqual([1, ["Propre", "Voisin"], 2]);
    // BEGIN, the scope, three statements, COMMIT.
    expect([connect.mock.calls.length, query.mock.calls.length]).toEqual([1, 6]);
  });

  it("read relations side by side in the unit that follows their row", async () => {
    const read = (tx: Tx) =>
      tx.controller.findMany({
        where: { legalName: "Propre" },
        select: { records: { select: { reference: true } }, contacts: { select: { name: true } } },
      });
    await readModels(new PageReader(own.scope), read);
    const connect = vi.spyOn(readPool(), "connect");
    const [found] = await readModels(new PageReader(own.scope), read);
    expect([found!.records.length, found!.contacts.length]).toEqual([1, 1]);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it("leave in one unit whatever one reader asks of models before it awaits", async () => {
    const read = (tx: Tx) =>
      Promise.all([tx.controller.count(), tx.measure.count(), findNames(tx), tx.contract.findFirst()]);
    await readModels(new PageReader(own.scope), read);
    const connect = vi.spyOn(readPool(), "connect");
    const [controllers] = await readModels(new PageReader(own.scope), read);
    expect(controllers).toBe(2);
    expect(connect).toHaveBeenCalledTimes(1);
  });

  it("refuse what would be joined with another scope's", async () => {
    const one = readInScope(own.scope, (tx) => tx.controller.findUnique({ where: { id: newId(own.now) } }));
    await expect(one).rejects.toThrow("findFirst");
    const other = readInScope(own.scope, (tx) =>
      tx.organisation.findUniqueOrThrow({ where: { id: own.scope.org } }),
    );
    await expect(other).rejects.toThrow("findFirst");
  });

  it("are what a unit of work reads", async () => {
    const read = (tx: Tx) => tx.processingRecord.findMany({ include: { controller: true } });
    expect(await readInScope(own.scope, read)).toEqual(await withOrg(own.scope, read));
  });

  it("see one scope's rows however many are read at once", async () => {
    const turns = Array.from(
      { length: 60 },
      (_, index) => [own.scope, foreign.scope, portal, neighbour][index % 4]!,
    );
    const nobody = mintScope({ org: newId(own.now), scope: "staff" });
    const [found, nothing] = await Promise.all([
      Promise.all(turns.map(namesOf)),
      Promise.all(turns.map(() => namesOf(nobody))),
    ]);
    const expected = [["Propre", "Voisin"], ["Étranger"], ["Propre"], ["Voisin"]];
    expect(found).toEqual(turns.map((_, index) => expected[index % 4]));
    expect(nothing.flat()).toEqual([]);
  });

  it("write nothing", async () => {
    const write = readInScope(own.scope, (tx) => tx.controller.updateMany({ data: { legalName: "Autre" } }));
    await expect(write).rejects.toThrow(/read-only/);
    expect(await namesOf(own.scope)).toEqual(["Propre", "Voisin"]);
  });

  it("are refused inside a unit of work, whose writings they would not see", async () => {
    const inside = withOrg(own.scope, async () => namesOf(own.scope));
    await expect(inside).rejects.toThrow("inside a unit of work");
  });
});

describe("a portal's reads", () => {
  const ownOf = (scope: OrgScope) =>
    new PageReader(scope).$queryRaw<{ name: string }[]>`SELECT legal_name AS name FROM controller`;

  it("are those of its role, which sees the rows of its controller alone", async () => {
    expect([await ownOf(portal), await ownOf(neighbour)]).toEqual([
      [{ name: "Propre" }],
      [{ name: "Voisin" }],
    ]);
    const role = await new PageReader(portal).$queryRaw<
      { name: string }[]
    >`SELECT current_user::text AS name`;
    expect(role).toEqual([{ name: expect.stringMatching(/portal/) }]);
  });

  it("reach no table behind its views", async () => {
    const reader = new PageReader(portal);
    await expect(reader.$queryRaw`SELECT * FROM public.controller`).rejects.toMatchObject({ code: "42501" });
  });

  it("are all refused where one of them or the scope fails", async () => {
    const reader = new PageReader(portal);
    const asked = await Promise.allSettled([
      ownOf(portal),
      reader.$queryRaw`SELECT 1 / ${0}::int AS n`,
      readModels(reader, findNames),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    const broken = mintScope({ ...portal, controllerIds: ["nobody"] });
    await expect(ownOf(broken)).rejects.toMatchObject({ code: "22P02" });
    await expect(namesOf(broken)).rejects.toThrow();
    expect(await namesOf(neighbour)).toEqual(["Voisin"]);
  });
});
