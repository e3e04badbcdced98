import { itemAt, required } from "@/lib/domain/invariant/required";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { draftNotice } from "@/lib/features/breach-notice/write/drafts";
import { issueNotice } from "@/lib/features/breach-notice/write/issue";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeBreachFile } from "@/prisma/factories/breach-notice";
import { makeDossier } from "@/lib/features/dossier/write/make";
import { contactInviteSchema } from "@/lib/features/contact/schema";
import { inviteContact } from "@/lib/features/contact/write/mutations";
import { proveByMail } from "@/lib/features/contact/write/proofs";
import { sealAccessLog } from "@/lib/features/access-log/write/mutations";
import { publishHead } from "@/lib/features/journal/write/publication";
import { stampNewestHead } from "@/lib/features/journal/write/stamps";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { loopbackPolicy, serveOnLoopback } from "@/lib/platform/outbound/loopback.fixture";
import { makeStamper } from "@/lib/platform/timestamp/stamper.fixture";
import { makeQueuedDossier } from "@/prisma/factories/dossier";
import { fillEvidence } from "@/prisma/factories/evidence";
import { makeImport } from "@/prisma/factories/import";
import { makeGrant } from "@/prisma/factories/grant";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";

/** Makes entries that state every digest which is compared, by the verbs of the product. */
export async function fillDigests(ctx: MadeOrganisation): Promise<void> {
  const { org } = ctx.scope;
  const job = (name: Parameters<typeof jobContext>[0]) => jobContext(name, org, new Date());
  const { controllerId } = await fillEvidence(ctx);
  await makeNotice(ctx, controllerId);
  await makeImport(ctx, "registre.csv", ["Traitement;Responsable", "Support;Orvelle"]);
  await makeGrant(ctx);
  valueOf(
    await makeDossier(job("dossier-making"), await makeQueuedDossier(ctx), new AbortController().signal),
  );
  valueOf(await sealAccessLog(job("access-log-sealing")));
  const answering = await makeController(ctx, { contactEmail: "contact@signe.example" });
  valueOf(await publishHead(job("journal-publication")));
  await proveSignatory(ctx, answering.id);
  const stamper = await makeStamper();
  const server = await serveOnLoopback((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      void Promise.resolve(stamper.answer(Buffer.concat(chunks))).then((bytes) => response.end(bytes));
    });
  });
  try {
    valueOf(
      await stampNewestHead(job("journal-publication"), { address: server.url, policy: loopbackPolicy }),
    );
  } finally {
    await server.stop();
  }
}

/** Invites a signatory whose signed answer proves its address. */
async function proveSignatory(ctx: MadeOrganisation, controllerId: string): Promise<void> {
  const email = "claire@signe.example";
  const stated = { controllerId, name: "Claire Vasseur", email, role: "signatory", language: "fr" };
  valueOf(await inviteContact({ ...ctx, now: new Date() }, contactInviteSchema.parse(stated)));
  const message = new TextEncoder().encode(`From: ${email}\r\n\r\nOui, c'est moi.\r\n`);
  const signature = { from: email, domain: "signe.example", selector: "s1", publishedKey: "v=DKIM1; p=AA" };
  const proving = jobContext("returned-mail", ctx.scope.org, new Date());
  valueOf(await proveByMail(proving, { message, signatures: [signature] }));
}

/** Drafts a notice and issues it as it was composed. */
async function makeNotice(ctx: MadeOrganisation, controllerId: string): Promise<void> {
  const { parts } = await makeBreachFile(ctx, {
    controllerIds: [controllerId],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { id } = valueOf(await draftNotice(ctx, { partId: itemAt(parts, 0).partId }));
  const notice = required(await withOrg(ctx.scope, (tx) => findNotice(tx, id)), "notice");
  const { version, locale, content } = notice;
  const typed = { whatHappened: content.whatHappened, contactPoint: content.contactPoint ?? "" };
  valueOf(await issueNotice(ctx, noticeSaveSchema.parse({ id, version, locale, ...typed, act: "issue" })));
}
