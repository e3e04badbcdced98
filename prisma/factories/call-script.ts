import {
  callScriptCreateSchema,
  callScriptReadingSchema,
  scriptDecisionSchema,
} from "@/lib/features/call-script/schema";
import { findRequests } from "@/lib/features/call-script/read/queries";
import { decideScript } from "@/lib/features/call-script/write/decisions";
import { createCallScript, moveCallScript } from "@/lib/features/call-script/write/mutations";
import { recordReadings } from "@/lib/features/call-script/write/readings";
import { requestApproval } from "@/lib/features/call-script/write/requests";
import { lastOf } from "@/lib/domain/invariant/required";
import { withOrg } from "@/lib/platform/database/transaction";
import { today, type ContactCtx, type StaffCtx } from "@/lib/platform/request/context";
import { makeContact } from "./contact";
import { valueOf } from "./register";

/** Says what French law asks of a call since 11 August 2026. */
export const WHOLE_SCRIPT =
  "Bonjour, je m’appelle Salma Idrissi et je vous appelle pour le compte de Filature du Gapeau. " +
  "Il s’agit d’un appel commercial.\nCet appel est enregistré. Vous pouvez à tout moment vous opposer à nos appels. " +
  "Vous recevrez une confirmation écrite.";

export async function makeCallScript(
  ctx: StaffCtx,
  stated: { controllerId: string } & Record<string, unknown>,
) {
  const fields = { title: "Relance des abonnés", text: WHOLE_SCRIPT, isRecorded: "yes", ...stated };
  return valueOf(await createCallScript(ctx, callScriptCreateSchema.parse(fields)));
}

/** Sends the current edition to the controller, which has a signatory; returns the request. */
export async function askForApproval(ctx: StaffCtx, script: { id: string; version: number }) {
  valueOf(await requestApproval(ctx, script));
  return lastOf(await withOrg(ctx.scope, (tx) => findRequests(tx, [script.id])));
}

export async function answerRequest(
  contact: ContactCtx,
  { id, digest }: { id: string; digest: string },
  stated: Record<string, unknown> = {},
) {
  const answer = { id, digest, outcome: "approved", power: "Mandat social", ...stated };
  return valueOf(await decideScript(contact, scriptDecisionSchema.parse(answer)));
}

export async function makeScriptInUse(ctx: StaffCtx, { id, version }: { id: string; version: number }) {
  return valueOf(await moveCallScript(ctx, { id, version, event: "use", on: today(ctx), reason: "" }));
}

/** In use, approved in the portal by a signatory, and read by one agent of the two who work with it. */
export async function makeApprovedScript(ctx: StaffCtx, { controllerId }: { controllerId: string }) {
  const script = await makeCallScript(ctx, { controllerId });
  const contact = await makeContact(ctx, { controllerId });
  await answerRequest(contact, await askForApproval(ctx, script));
  const used = await makeScriptInUse(ctx, script);
  await recordAgents(ctx, used, { kind: "expected", agents: "A-014\nA-027" });
  await recordAgents(ctx, used, { kind: "read", agents: "A-014", means: "sheet" });
  return { script: used, contact };
}

export async function recordAgents(
  ctx: StaffCtx,
  { id, edition }: { id: string; edition: number },
  stated: Record<string, unknown>,
) {
  const input = { id, edition, on: today(ctx), ...stated };
  return valueOf(await recordReadings(ctx, callScriptReadingSchema.parse(input)));
}
