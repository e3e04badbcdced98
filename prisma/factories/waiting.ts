import { itemAt, required } from "@/lib/domain/invariant/required";
import type { WaitingNoun } from "@/lib/domain/nouns/waiting";
import { findNotice } from "@/lib/features/breach-notice/read/queries";
import { noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { draftNotice } from "@/lib/features/breach-notice/write/drafts";
import { issueNotice } from "@/lib/features/breach-notice/write/issue";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeAgreed, makeRequest } from "./authorisation";
import { makeBreachFile } from "./breach-notice";
import { askForApproval, makeCallScript } from "./call-script";
import { makeInstruction, step } from "./instruction";
import type { MadeOrganisation } from "./organisation";
import { makeActiveRecord, valueOf } from "./register";
import { makeRightsRequest, stepRightsRequest } from "./rights-request";
import { addMessage } from "./thread";

/** Issues a notice of a new breach to one controller; gives its id. */
export async function makeSentNotice(ctx: MadeOrganisation, controllerId: string): Promise<string> {
  const { parts } = await makeBreachFile(ctx, {
    controllerIds: [controllerId],
    facts: { "what-happened": { text: "Une sauvegarde a été copiée." } },
  });
  const { id } = valueOf(await draftNotice(ctx, { partId: itemAt(parts, 0).partId }));
  const row = await withOrg(ctx.scope, (tx) => findNotice(tx, id));
  const { version, locale, content } = required(row, "a notice just drafted");
  const { whatHappened, contactPoint } = content;
  const input = { id, version, locale, whatHappened, contactPoint: contactPoint ?? "", act: "issue" };
  valueOf(await issueNotice(ctx, noticeSaveSchema.parse(input)));
  return id;
}

/** A row of each noun that waits for the contacts of one controller; each gives the id of what waits. */
export const makeWaiting: Record<
  WaitingNoun,
  (ctx: MadeOrganisation, controllerId: string) => Promise<string>
> = {
  "breach-notice": makeSentNotice,
  "rights-request": async (ctx, controllerId) => {
    const made = await makeRightsRequest(ctx, { controllerId });
    return (await stepRightsRequest(ctx, made, "relayed", { means: "letter" })).id;
  },
  "call-script": async (ctx, controllerId) =>
    (await askForApproval(ctx, await makeCallScript(ctx, { controllerId }))).id,
  thread: async (ctx, controllerId) => addMessage(ctx, (await makeActiveRecord(ctx, { controllerId })).id),
  authorisation: async (ctx, controllerId) => {
    await makeAgreed(ctx, {}, controllerId);
    return (await makeRequest(ctx, { controllerId })).id;
  },
  instruction: async (ctx, controllerId) => {
    const made = await makeInstruction(ctx, { controllerId });
    return (await step(ctx, await step(ctx, made, "check"), "contest")).id;
  },
};
