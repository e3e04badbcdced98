import { afterAll, beforeAll, expect, it } from "vitest";
import { fillExample } from "@/lib/features/example/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findSubProcessor } from "./queries";
import { compareClients, findReliant } from "./reliance";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
const TODAY = "2026-11-24";

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl, undefined, new Date(`${TODAY}T10:00:00Z`));
  valueOf(await fillExample(ctx));
});
afterAll(() => database.drop());

const compared = (name: string) =>
  withOrg(ctx.scope, async (tx) => {
    const { id } = await tx.subProcessor.findFirstOrThrow({ where: { name } });
    const row = (await findSubProcessor(tx, id))!;
    return { reliant: await findReliant(tx, id), clients: await compareClients(tx, row, TODAY) };
  });

it("finds the controllers whose records name it", async () => {
  expect((await compared("Numéria Voix SAS")).reliant.length).toBeGreaterThan(3);
  expect((await compared("Lexivox Inc.")).reliant).toEqual([]);
});

it("puts each client's contract beside its own, and names the lines on which less is promised", async () => {
  const { clients } = await compared("Kiosque CRM SAS");
  const orvelle = clients.find(({ reference }) => reference === "ORV-CRC-2023")!;
  const weaker = orvelle.lines.filter(({ verdict }) => verdict === "weaker");
  expect(weaker.find((line) => line.kind === "clause" && line.clause === "K22")).toMatchObject({
    article: "28(4), 28(3)(h)",
    client: { answer: "present" },
    below: { answer: "absent" },
  });
  expect(weaker.find((line) => line.kind === "term" && line.term === "breachNoticeHours")).toMatchObject({
    article: "28(4), 33(2)",
    client: 24,
    below: 72,
  });
});

it("compares nothing while no contract is signed with it", async () => {
  const { reliant, clients } = await compared("Sahel Planning SARL");
  expect(reliant.length).toBeGreaterThan(0);
  expect(clients).toEqual([]);
});

it("compares the contract that takes effect today, and none that takes effect tomorrow", async () => {
  const where = { reference: "ORV-CRC-2023" };
  const clientsOf = async () => (await compared("Kiosque CRM SAS")).clients.map(({ reference }) => reference);
  const beginOn = (effectiveOn: string) =>
    withOrg(ctx.scope, (tx) => tx.contract.updateMany({ where, data: { state: "signed", effectiveOn } }));
  await beginOn("2026-11-25");
  expect(await clientsOf()).not.toContain("ORV-CRC-2023");
  // Stored as signed until the nightly job.
  await beginOn(TODAY);
  expect(await clientsOf()).toContain("ORV-CRC-2023");
});
