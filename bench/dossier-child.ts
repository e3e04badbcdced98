import { z } from "zod";
import { DOSSIER_SECTIONS } from "@/lib/domain/nouns/dossier-sections";
import { findDossier } from "@/lib/features/dossier/read/queries";
import { dossierSchema } from "@/lib/features/dossier/schema";
import { makeDossier } from "@/lib/features/dossier/write/make";
import { requestDossier } from "@/lib/features/dossier/write/mutations";
import { required } from "@/lib/domain/invariant/required";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "@/prisma/factories/register";
import { openConfiguredDatabase } from "@/scripts/start/database";

// Makes a dossier of the whole of an organisation, as the job does. The words are its context as JSON and the language;
// the answer on stdout is seconds, this process's own peak in megabytes, and what was made.

const [stated, language] = z.tuple([z.string(), z.enum(["fr", "en", "ar"])]).parse(process.argv.slice(2));
const known = JSON.parse(stated) as Pick<StaffCtx, "actor" | "scope">;
const database = await openConfiguredDatabase();
try {
  const ctx: StaffCtx = { ...known, now: new Date() };
  const asked = { audience: "authority", recipient: "Bench", language };
  const sections = DOSSIER_SECTIONS.map(({ section }) => section);
  const { id } = valueOf(await requestDossier(ctx, dossierSchema.parse({ ...asked, sections })));
  const begun = performance.now();
  const job = jobContext("dossier-making", ctx.scope.org, new Date());
  const outcome = valueOf(await makeDossier(job, id, new AbortController().signal));
  if (outcome !== "made") throw new Error(`The dossier was ${outcome}.`);
  const seconds = (performance.now() - begun) / 1000;
  const row = required(await withOrg(ctx.scope, (tx) => findDossier(tx, id)), "dossier that was made");
  const made = { seconds, ownMegabytes: process.resourceUsage().maxRSS / 1024, bytes: Number(row.size) };
  process.stdout.write(`${JSON.stringify(made)}\n`);
} finally {
  await closeClients();
  await database.release();
}
