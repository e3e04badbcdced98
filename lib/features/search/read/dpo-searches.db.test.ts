import { expect, it } from "vitest";
import type { FoundGroup } from "@/lib/domain/search/found";
import { itemAt } from "@/lib/domain/invariant/required";
import { fillExample } from "@/lib/features/example/write/mutations";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";
import { findMatches } from "./queries";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
await fillExample(ctx);

/** Lists what a DPO types in a week, the group that is shown first, and the reference or name of its first row. */
const SEARCHES: readonly [question: string, group: FoundGroup, first: string][] = [
  ["CCT", "transfers", "TR-001"],
  ["clauses types", "transfers", "TR-001"],
  ["SCC", "transfers", "TR-001"],
  ["standard contractual clauses", "transfers", "TR-001"],
  ["TIA", "transfers", "TR-001"],
  ["analyse d’impact du transfert", "transfers", "TR-001"],
  ["transfer impact assessment", "transfers", "TR-001"],
  ["DPA", "contracts", "LN-2024-01"],
  ["contrat de sous-traitance", "contracts", "LN-2024-01"],
  ["effacement", "rightsRequests", "DP-002"],
  ["droit à l’oubli", "rightsRequests", "DP-002"],
  ["erasure", "rightsRequests", "DP-002"],
  ["effacemnt", "rightsRequests", "DP-002"],
  ["حذف", "rightsRequests", "DP-002"],
  ["préavis", "contracts", "ORV-CRC-2023"],
  ["notice period", "contracts", "ORV-CRC-2023"],
  ["CNDP", "work", "CN-001"],
  ["CNPD", "work", "CN-001"],
  ["audit", "work", "AU-001"],
  ["التدقيق", "work", "AU-001"],
  ["mesures", "measures", "M-001"],
  ["تدابير", "measures", "M-001"],
  ["violation", "work", "PR-001"],
  ["orvelle", "controllers", "Orvelle Énergie SA"],
  ["contrat orvelle", "contracts", "ORV-CRC-2023"],
  ["transfert calanques", "transfers", "TR-002"],
  ["dpo@orvelle.example", "controllers", "Orvelle Énergie SA"],
  ["000 000 111", "controllers", "Orvelle Énergie SA"],
  ["T-014", "records", "T-014"],
  ["t-014", "records", "T-014"],
  ["العقود", "contracts", "CSA-PROJET"],
  ["confidentalité", "work", "FO-001"],
  ["recouvrement", "records", "T-023"],
  ["script", "telephone", "CS-001"],
  ["ORV-CRC-2023", "contracts", "ORV-CRC-2023"],
  ["données de santé", "records", "T-011"],
  ["health data", "records", "T-011"],
  ["القاصرين", "records", "T-007"],
  ["AIPD", "work", "AS-002"],
  ["accord préalable", "authorisations", "A-033"],
  ["المعالج من الباطن", "subProcessors", "SP-005"],
  ["sous-traitnat", "subProcessors", "SP-005"],
  ["transfret", "transfers", "TR-001"],
  ["chifrement", "measures", "M-024"],
  ["تشفير", "measures", "M-015"],
  ["enregistrement des appels", "records", "T-002"],
  ["access request", "rightsRequests", "DP-001"],
  ["طلب الولوج", "rightsRequests", "DP-001"],
  ["المحو", "rightsRequests", "DP-002"],
  ["للعقود", "contracts", "CSA-PROJET"],
  ["التدقيقات", "work", "AU-001"],
  ["clause de sous-traitance", "contracts", "LN-2024-01"],
  ["réversibilité", "contracts", "CC-EXT-19"],
  ["renouvellement", "contracts", "ORV-CRC-2023"],
  ["reconduction", "contracts", "ORV-CRC-2023"],
  ["préavis de résiliation", "contracts", "ORV-CRC-2023"],
  ["garantie appropriée", "transfers", "TR-001"],
  ["mot de passe", "measures", "M-004"],
  ["engagement de confidentialité", "measures", "M-001"],
  ["plainte", "records", "T-001"],
  ["sans contrat", "gaps", "28(3)"],
  ["loi 09-08", "work", "CN-001"],
  ["formation", "work", "FO-002"],
  ["hosting", "subProcessors", "SP-002"],
  ["payroll", "records", "I-001"],
  ["orvele", "controllers", "Orvelle Énergie SA"],
  ["Helene Marchetti", "instructions", "ORE-2026-003"],
  ["M-001", "measures", "M-001"],
];

it.each(["localisation maroc", "adéquation", "invitation"])(
  "puts no other word in place of %s",
  async (question) => {
    const { respelt, groups } = await findMatches(ctx, question, { locale: "fr" });
    expect([respelt, groups]).toEqual(["", []]);
  },
);

it.each(SEARCHES)("%s shows %s first, with %s", async (question, group, first) => {
  const { found, groups } = await findMatches(ctx, question, { locale: "fr" });
  const { reference, name } = itemAt(found[itemAt(groups, 0)], 0);
  expect([groups[0], reference || name]).toEqual([group, first]);
});

it.each([
  ["dpo@orvelle.example", "controllers", "Délégué : nom et coordonnées", "dpo@orvelle.example"],
  ["erasure", "rightsRequests", "", "Effacement"],
  ["TIA", "transfers", "", "Analyse d’impact du transfert"],
] as const)("says of %s where it stands", async (question, group, field, text) => {
  const { where } = itemAt((await findMatches(ctx, question, { locale: "fr" })).found[group], 0);
  expect({ field: where?.field.replace(/\u00a0/g, " "), text: where?.text }).toEqual({ field, text });
});

it("repeats no passage that stands beside the name already", async () => {
  const { found } = await findMatches(ctx, "effacement", { locale: "fr" });
  const archive = found.subProcessors.find(({ reference }) => reference === "SP-005");
  expect(archive).toMatchObject({
    aside: "Garde et destruction des bordereaux et des supports",
    where: null,
  });
});
