import { expect, it } from "vitest";
import { assess } from "@/lib/domain/processing-record/completeness";
import { hasLinks } from "@/lib/domain/processing-record/links";
import {
  findLinks,
  findOrganisationFacts,
  findRecords,
  controllerOf,
} from "@/lib/features/processing-record/read/queries";
import { today } from "@/lib/platform/request/context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { fillExample } from "@/lib/features/example/write/mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
valueOf(await fillExample(ctx));

const entries = () =>
  withOrg(ctx.scope, async (tx) => {
    const [records, organisation] = [
      await findRecords(tx, { capacity: "processor" }),
      await findOrganisationFacts(tx),
    ];
    const linksOf = await findLinks(tx, ctx, records);
    return records.map((record) => {
      const controller = controllerOf(record, organisation);
      const case_ = { record, controller, organisation, links: linksOf(record), on: today(ctx) };
      const rules = assess(case_).flatMap(({ code, rule }) => (code === "ADV-link" ? rule : []));
      const name = `${record.controller!.legalName}: ${record.content.activity}`;
      return { name, record, rules, rows: linksOf(record) };
    });
  });

// An agreement under British law and a derogation for a single case are no tools of a transfer.
const MEANT = [
  "Harbour & Finch Travel Ltd",
  "Crédit Calanques SA: Transmission d’un dossier contentieux à Dakar",
];

it("says nothing otherwise than its contracts and transfers, but where that is meant", async () => {
  const found = (await entries()).flatMap(({ name, rules }) => rules.map((rule) => `${name}: ${rule}`));
  expect(found.filter((line) => !MEANT.some((meant) => line.startsWith(meant)))).toEqual([]);
  expect(new Set(found.map((line) => line.split(": ").at(-1)))).toEqual(new Set(["ADV-link.unrecorded"]));
});

it("names by its row every contract and transfer that has one", async () => {
  for (const { name, record, rows } of await entries()) {
    const { contractIds, contractReference, destinations } = record.content;
    if (contractReference !== "") expect([name, rows.contracts]).toEqual([name, []]);
    if (contractIds.length > 0) expect(contractReference).toBe("");
    const toMorocco = destinations.filter(
      ({ country, transferId }) => country === "MA" && transferId === null,
    );
    const own = rows.transfers.filter(({ country }) => country === "MA");
    if (own.some(({ isOfSeveral }) => !isOfSeveral)) expect([name, toMorocco]).toEqual([name, []]);
  }
  const linked = (await entries()).filter(({ record }) => hasLinks(record.content));
  expect(linked.length).toBeGreaterThan(25);
});
