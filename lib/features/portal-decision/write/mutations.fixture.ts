import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import { findAuthorisation, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { recordReceipts } from "@/lib/features/authorisation/write/receipts";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeRequest } from "@/prisma/factories/authorisation";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { openRequest, readAgain } from "@/prisma/factories/decision";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { decideRequest } from "./mutations";
import { decisionSchema } from "@/lib/features/portal-decision/schema";

let database: Awaited<ReturnType<typeof freshDatabase>>;
export let ctx: MadeOrganisation;
export let app: Client;

/** Gives the file that calls it a database of its own. */
export function prepareDatabase() {
  beforeAll(async () => {
    database = await freshDatabase();
    ctx = await makeOrganisation(database.ownerUrl);
    app = new Client({ connectionString: database.portalUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });
}

export const SIGNED = {
  signatory: "Claire Orvelle",
  capacity: "Directrice générale",
  power: "Mandat social",
};

/** Opens the request and runs the job that records the receipt. */
export async function received(by: MadeContact, sent: { id: string }) {
  await openRequest(by, sent);
  valueOf(await recordReceipts(jobContext("access-log-sealing", ctx.scope.org, by.now)));
}

/** Request opened by its controller's contact. */
export async function opened(terms: Record<string, unknown> = {}, { isProven = true } = {}) {
  const sent = await makeRequest(ctx, { terms });
  const by = await makeContact(ctx, { controllerId: sent.controllerId, isProven });
  await received(by, sent);
  return { by, row: await read(sent.id) };
}
export const read = (id: string) => withOrg(ctx.scope, async (tx) => (await findAuthorisation(tx, id))!);
export const typedOf = (
  { id, version, textDigest, listDigest }: AuthorisationRow,
  choice: string,
  stated: Record<string, unknown> = {},
) => ({ ...SIGNED, id, version, textDigest, listDigest, choice, step: "sign", ...stated });
/** Reviews first, as the screen requires. */
export const decide = async (
  by: MadeContact,
  row: AuthorisationRow,
  choice: string,
  stated: Record<string, unknown> = {},
) => {
  const typed = typedOf(row, choice, stated);
  const reading = typed.step === "sign" ? await readAgain(by, typed) : "";
  return decideRequest(by, decisionSchema.parse({ ...typed, reading }));
};
export const certificatesOf = (authorisationId: string) =>
  withOrg(ctx.scope, (tx) => tx.decisionCertificate.findMany({ where: { authorisationId } }));
export const lettersAbout = (reference: string) =>
  withOrg(ctx.scope, async (tx) => {
    const rows = await tx.outboxMail.findMany({
      where: { template: { startsWith: "portal-decision" } },
      orderBy: { template: "asc" },
    });
    return rows.filter(({ params }) => (params as { reference: string }).reference === reference);
  });
