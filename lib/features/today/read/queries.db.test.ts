import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContractInForce, fillSection } from "@/prisma/factories/contract";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { makeActiveRecord, makeController } from "@/prisma/factories/register";
import { makeTransfer, makeWholeTransfer, stepTransfer } from "@/prisma/factories/transfer";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findContractsToday, findLettersToday, findScopeToday, findTransfersToday } from "./queries";

const NOW = new Date("2026-11-24T10:00:00Z");
const DAY = "2026-11-24";
let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let stranger: MadeOrganisation;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, NOW);
  stranger = await makeOrganisation(database.ownerUrl, undefined, NOW);
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

const inOrg = <T>(read: (tx: Parameters<Parameters<typeof withOrg>[1]>[0]) => Promise<T>, of = ctx) =>
  withOrg(of.scope, read);

describe("contracts", () => {
  it("are shown once their term is over, and while notice can still be given", async () => {
    const make = async (reference: string, term: Record<string, string>) =>
      fillSection(ctx, await makeContractInForce(ctx, { reference }), "term", term);
    const tacit = { renewal: "tacit", renewalMonths: "12", noticeUnit: "days" };
    await make("C-NOTICE", { ...tacit, endsOn: "2027-01-31", noticeCount: "30" });
    await make("C-FAR", { ...tacit, endsOn: "2027-09-30", noticeCount: "30" });
    await make("C-RECENT", { endsOn: "2026-11-23" });
    await make("C-LAST-DAY", { endsOn: "2026-11-24" });
    await make("C-LONG", { endsOn: "2026-03-31" });
    const { id: controllerId } = await makeController(ctx, { legalName: "Orvelle SAS" });
    await fillSection(ctx, await makeContractInForce(ctx, { reference: "C-ORVELLE", controllerId }), "term", {
      endsOn: "2026-02-28",
    });
    const { rows, count } = await inOrg((tx) => findContractsToday(tx, DAY));
    expect(count).toBe(4);
    expect(rows[0]!.controller).toBe("Orvelle SAS");
    expect(rows.map(({ reference, point }) => [reference, point])).toEqual([
      ["C-ORVELLE", { kind: "expired", day: "2026-02-28" }],
      ["C-LONG", { kind: "expired", day: "2026-03-31" }],
      ["C-RECENT", { kind: "expired", day: "2026-11-23" }],
      ["C-NOTICE", { kind: "notice-closing", day: "2027-01-01" }],
    ]);
    expect((await inOrg((tx) => findContractsToday(tx, DAY), stranger)).count).toBe(0);
  });
});

describe("transfers", () => {
  it("are shown where nothing opens them, and once their review is past", async () => {
    const bare = await makeTransfer(ctx);
    const whole = await makeWholeTransfer(ctx);
    const { id, version } = await makeTransfer(ctx);
    await stepTransfer(ctx, { id, version }, "suspend");
    const points = async (day: string) =>
      (await inOrg((tx) => findTransfersToday(tx, day))).rows.map(({ id, point }) => [id, point.kind]);
    expect(await points(DAY)).toEqual([[bare.id, "barred"]]);
    expect(await points("2027-01-10")).toEqual([[bare.id, "barred"]]);
    expect(await points("2027-01-11")).toEqual([
      [bare.id, "barred"],
      [whole.id, "review-due"],
    ]);
    expect((await inOrg((tx) => findTransfersToday(tx, "2027-01-11"), stranger)).count).toBe(0);
  });
});

describe("what nothing covers", () => {
  it("is shown with the entries that say it", async () => {
    const { id: controllerId } = await makeController(stranger);
    const { reference } = await makeActiveRecord(stranger, { controllerId });
    const found = await inOrg((tx) => findScopeToday(tx, DAY), stranger);
    expect(found).toMatchObject({
      count: 1,
      rows: [{ kind: "contract", stated: null, records: [{ reference }] }],
    });
    await makeContractInForce(stranger, { controllerId });
    const covered = await inOrg((tx) => findScopeToday(tx, DAY), stranger);
    expect(covered!.rows.map(({ kind }) => kind)).not.toContain("contract");
  });
});

describe("letters", () => {
  it("wait once they have not left for a while; those given up are told apart", async () => {
    const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    const given = await makeLetter(ctx);
    await makeLetter(ctx);
    const stated = {
      [given.id]: "given-up",
      [(await makeLetter(ctx)).id]: "refused",
      [(await makeLetter(ctx)).id]: "bounced",
    };
    for (const [id, state] of Object.entries(stated))
      await inOrg((tx) => tx.outboxMail.update({ where: { id }, data: { state } }));
    const letters = (at: Date, of = ctx) => inOrg((tx) => findLettersToday(tx, at), of);
    expect(await letters(later(4))).toEqual({ waiting: 0, givenUp: 2, bounced: 1 });
    expect(await letters(later(6))).toEqual({ waiting: 1, givenUp: 2, bounced: 1 });
    expect(await letters(later(6), stranger)).toEqual({ waiting: 0, givenUp: 0, bounced: 0 });
  });
});
