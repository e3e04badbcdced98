import { todayIn } from "@/lib/domain/time/zones";
import { commitImport } from "@/lib/features/import/write/commit";
import { openImport } from "@/lib/features/import/write/mutations";
import { planRun } from "@/lib/features/import/read/plan-run";
import { closeClients } from "@/lib/platform/database/clients";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openConfiguredDatabase } from "@/scripts/start/database";
import { ACTIVITIES, clientName, TEAMS } from "./names";

// A new organisation takes in a register of 10,000 lines as its DPO does: the file, the preview, the commit.

const ROWS = 10_000;
const CLIENTS = 500;
const HEAD =
  "Réf.;Client;Adresse du client;Activité confiée;Opérations réalisées;Pays d'accès;Garanties;Début;Fin";

const database = await openConfiguredDatabase();
try {
  const ctx = await makeOrganisation(database.ownerUrl, "Import");
  const bytes = new TextEncoder().encode(
    [HEAD, ...Array.from({ length: ROWS }, (_, index) => lineOf(index))].join("\r\n"),
  );
  const { id } = valueOf(await openImport(ctx, { fileName: "registre.csv", bytes }));
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const made = await planRun({ scope: ctx.scope, id, today });
  if (!made || typeof made.result === "string") throw new Error("The register could not be planned.");
  valueOf(await commitImport(ctx, { id, version: 1, plan: made.result.fingerprint }));
} finally {
  await closeClients();
  await database.release();
}

function lineOf(index: number): string {
  const activity = `${ACTIVITIES[index % ACTIVITIES.length]}, ${TEAMS[index % TEAMS.length]} ${index}`;
  const client = clientName(index % CLIENTS);
  return `R-${index};${client};5 rue Bleue, 69001 Lyon;${activity};Appels sortants ; saisie;Maroc;CCT 2021/914 module 2;mars 2024;`.replace(
    "Appels sortants ; saisie",
    '"Appels sortants ; saisie"',
  );
}
