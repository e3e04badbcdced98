import { describe, expect, it } from "vitest";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { outOfScope } from "@/lib/domain/instruction/scope";
import { groupFindings } from "@/lib/domain/instruction/scope-groups";
import { newId } from "@/lib/platform/database/ids";
import { exampleContracts } from "./content/contracts";
import type { ExampleClient } from "./content/controllers";
import { EXAMPLE_RECORDS } from "./content/records";
import { readContent } from "@/lib/features/example/read/read-content";

const TODAY = "2026-11-24";
const NO_DATES = { signedOn: null, effectiveOn: null, noticeGivenOn: null, endedOn: null };

/** Findings out of scope of a client, with the number of entries. */
function found(client: ExampleClient): string[] {
  const contracts = exampleContracts(TODAY)
    .filter((contract) => contract.client === client)
    .map(({ dates, contractTerms, amendments }) => ({
      ...NO_DATES,
      ...dates,
      content: contractContentSchema.parse({
        deed: contractTerms,
        amendments: amendments.map((amendment) => ({ id: newId(), ...amendment })),
      }),
    }));
  const entries = EXAMPLE_RECORDS.filter((record) => record.client === client && record.state !== "ended");
  const groups = groupFindings(
    entries.map(({ content: values }) => {
      const content = readContent({ ...values, library: [] }, new Map());
      const findings = outOfScope({ content, contracts, instructions: [], day: TODAY });
      return { record: content.activity, findings };
    }),
  );
  return groups.map(({ kind, stated: values, records }) =>
    [kind, values, records.length].filter(Boolean).join(" · "),
  );
}

describe("what the example does beyond its contracts", () => {
  it.each<[ExampleClient, string[]]>([
    [
      "orvelle",
      [
        "operations · Transcription automatique de la réponse · 1",
        "operations · Lecture de l’index · 1",
        "operations · contrôle de vraisemblance · 1",
        "retention · Suppression des enregistrements à 90 jours · 1",
      ],
    ],
    [
      "rivieres",
      [
        "personCategories · ayants droit · 1",
        "personCategories · dont des enfants · 1",
        "operations · Écoute simultanée par le superviseur · 1",
        "operations · Chuchotement à l’agent · 1",
      ],
    ],
    ["nomade", ["subProcessors · Kiosque CRM SAS · 2", "operations · prestations de service · 1"]],
    [
      "calanques",
      [
        "countries · US · 1",
        "countries · SN · 1",
        "dataCategories · voix · 1",
        "dataCategories · texte de la conversation · 1",
        "operations · Transcription d’un appel sur cinquante · 1",
        "operations · Envoi chiffré au cabinet désigné · 1",
      ],
    ],
    // An expired contract covers nothing.
    ["hertzia", ["contract · 7"]],
    ["armel", ["contract · 3"]],
    ["harbour", ["contract · 3"]],
    ["lumen", ["contract · 3"]],
    ["aman", ["contract · 3"]],
  ])("is what is meant, for %s", (client, expected) => expect(found(client)).toEqual(expected));
});
