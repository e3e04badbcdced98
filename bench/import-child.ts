import { makeOrganisation } from "@/prisma/factories/organisation";
import { openConfiguredDatabase } from "@/scripts/start/database";
import { findSteps } from "./import-steps";
import { ACTIVITIES, clientName, TEAMS } from "./names";

// A new organisation takes in a register of 10,000 lines as its DPO does: the file, the preview, the commit. Says on
// stdout when the organisation is there and the import begins, and when it has ended.

const ROWS = 10_000;
const CLIENTS = 500;
const HEAD =
  "Réf.;Client;Adresse du client;Activité confiée;Opérations réalisées;Pays d'accès;Garanties;Début;Fin";

const database = await openConfiguredDatabase();
const { importFile, closeClients } = await findSteps();
try {
  const ctx = await makeOrganisation(database.ownerUrl, "Import");
  const bytes = new TextEncoder().encode(
    [HEAD, ...Array.from({ length: ROWS }, (_, index) => lineOf(index))].join("\r\n"),
  );
  process.stdout.write("begins\n");
  await importFile(ctx, bytes);
  process.stdout.write("ended\n");
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
