import { recordDay } from "@/lib/features/compliance/write/record-day";
import { fillExample } from "@/lib/features/example/write/mutations";
import { publishDay } from "@/lib/features/journal/write/mutations";
import { saveRule } from "@/lib/features/rights-request/write/retention";
import { makeStamp } from "@/lib/platform/timestamp/make-stamp.fixture";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import type { StaffCtx } from "@/lib/platform/request/context";
import { reassessAll } from "@/prisma/factories/assessment";
import { makeAttachment, makeDocument, makeWithdrawn } from "@/prisma/factories/attachment";
import { makeRequest, prepareRequest, stepRequest } from "@/prisma/factories/authorisation";
import { makeCalendarFeed } from "@/prisma/factories/calendar-feed";
import { makeContact, makePortalSettings } from "@/prisma/factories/contact";
import { makeContract, makeContractInForce, nameInstructor } from "@/prisma/factories/contract";
import { makeQueuedDossier } from "@/prisma/factories/dossier";
import { fillEvidence } from "@/prisma/factories/evidence";
import { makeGrant } from "@/prisma/factories/grant";
import { fillImportTables } from "@/prisma/factories/import";
import { makeNote } from "@/prisma/factories/internal-note";
import { makeInvitation } from "@/prisma/factories/invitation";
import { makeMember } from "@/prisma/factories/member";
import { makeReturned } from "@/prisma/factories/outbox";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { makeReminder } from "@/prisma/factories/reminder";
import { makeSubscriber } from "@/prisma/factories/subscription";
import { makeFeed } from "@/prisma/factories/watch-feed";

/** Controller whose portal is tried, and the hash of a session of its contact's. */
type Filled = { controllerId: string; session: string };

/** Makes a row in every table that holds rows of an organisation. */
export async function fillEveryTable(ctx: StaffCtx, ownerUrl: string): Promise<Filled> {
  const { record, controllerId, letter, page } = await fillEvidence(ctx);
  await makeRecord(ctx);
  const named = await makeMember(ctx, "editor", undefined, "Claire Martin");
  await makeNote(ctx, { noun: "controller", id: controllerId }, `Voir avec @${named.actor.name}`);
  await makeAttachment(ctx);
  await makeDrafts(ctx, controllerId);
  await nameInstructor(ctx, await makeContractInForce(ctx, { controllerId }));
  const request = await makeRequest(ctx, { controllerId });
  await stepRequest(ctx, request, "approve", { conditions: ["Audit annuel"] });
  await makeContact(ctx);
  const { session = "" } = await makePortalSettings(ctx, controllerId);
  await fillImportTables(ctx, record);
  await makeInvitation(ctx);
  valueOf(await saveRule(ctx, { retentionMonths: 12, version: 0 }));
  valueOf(await fillExample(ctx));
  await makeReturned(ctx, letter.id);
  await makeReminder(ctx, letter.id);
  await makeCalendarFeed(ctx);
  await makeQueuedDossier(ctx);
  await makeFeed(ctx, ["Avis"]);
  await makeSubscriber(ownerUrl, ctx, page);
  await runJobs(ctx);
  return { controllerId, session };
}

/** Makes the rows that jobs write. */
async function runJobs(ctx: StaffCtx) {
  const { org } = ctx.scope;
  const decided = { memberId: ctx.actor.memberId, week: "2026-11-23", decidedAt: ctx.now };
  await withOrg(ctx.scope, (tx) => tx.weeklyLetter.create({ data: { orgId: org, ...decided } }));
  valueOf(await recordDay(jobContext("gap-reassessment", org, ctx.now)));
  await makeGrant(ctx, { sections: ["register"] });
  await reassessAll(ctx);
  await publishDay([org], ctx.now, new AbortController().signal);
  await makeStamp(ctx);
}

/**
 * Makes work in progress that the controller was not told of: an entry, a contract with its file, a request.
 */
async function makeDrafts(ctx: StaffCtx, of: string) {
  await makeRecord(ctx, { controllerId: of });
  await prepareRequest(ctx, { controllerId: of });
  const contract = await makeContract(ctx, { controllerId: of });
  await makeWithdrawn(ctx, contract);
  await makeDocument(ctx, { noun: "contract", subjectId: contract.id });
}
