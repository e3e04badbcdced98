import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { approvalOf } from "@/lib/domain/call-script/approval";
import { eventsFrom } from "@/lib/domain/call-script/lifecycle";
import { faultsOf, mentionsOf } from "@/lib/domain/call-script/mentions";
import { readersOf } from "@/lib/domain/call-script/readers";
import { can } from "@/lib/domain/nouns/policy";
import { markScript } from "@/lib/domain/telephone-prospecting/script";
import { MENTIONS, type Mention } from "@/lib/domain/telephone-prospecting/script-mentions";
import { compareTexts } from "@/lib/domain/text/alignment";
import { isCalendarDay } from "@/lib/domain/time/calendar-day";
import { todayIn } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { translator } from "@/lib/i18n/translator";
import { hasPasskey } from "@/lib/features/second-factor/read/statement-signature";
import { findShownSignatures } from "@/lib/platform/read/shown-signatures";
import { recordAccess } from "@/lib/platform/access/access-log";
import { isProcessorsOwn } from "@/lib/platform/access/own-people";
import { isDisputed } from "@/lib/platform/journal/agreement";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { pageOf } from "@/lib/platform/read/list-page";
import { readTogether } from "@/lib/platform/read/read-together";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { refuseInPortal, requireContact, requireStaff } from "@/lib/platform/request/request-session";
import { countScripts, findScriptPage, scriptQuerySchema } from "@/lib/features/call-script/read/list";
import { findPortalRequests, type PortalRequest } from "@/lib/features/call-script/read/portal";
import {
  findCallScript,
  findCampaignsOf,
  findEditions,
  findFacts,
  findReadings,
  findRequests,
  findVersions,
  type CallScriptRow,
  type RequestRow,
} from "@/lib/features/call-script/read/queries";
import { findActiveControllers } from "@/lib/features/controller/read/active";
import { findNarrowedTo } from "@/lib/platform/read/of-controller";
import { withInstants } from "@/lib/platform/versioned/history";
import { editionsQuerySchema } from "./schema";

/** Consumers are called in France: their day is the one whose law holds. */
const CONSUMERS = "Europe/Paris";

export async function loadCallScripts(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = scriptQuerySchema.parse(search);
  const day = todayIn(CONSUMERS, ctx.now.getTime());
  const found = await readInScope(ctx.scope, (tx) =>
    readTogether({
      rows: findScriptPage(tx, query, day),
      counts: countScripts(tx, query.controller),
      narrowedTo: findNarrowedTo(tx, query),
    }),
  );
  const page = pageOf(found.rows, ({ title, id }) => [title, id]);
  const { counts, narrowedTo } = found;
  return { ...page, counts, query, narrowedTo, mayWrite: can(ctx.actor, "call-script.write") };
}

/** Loads the controllers that a script may be written for, for those who may write one. */
export async function loadScriptForm(slug: string) {
  const ctx = await requireStaff(slug);
  const mayWrite = can(ctx.actor, "call-script.write");
  return { mayWrite, controllers: mayWrite ? await readInScope(ctx.scope, findActiveControllers) : [] };
}

/** Cached per request. */
export const loadCallScript = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, (tx) => findSheet(tx, id));
  if (!found) notFound();
  const { script, requests, signatures, readings, versions, facts, campaigns } = found;
  const readEdition = script.usedEdition ?? script.edition;
  return {
    script,
    requests,
    signatures,
    campaigns,
    readEdition,
    readers: readersOf(readings, readEdition),
    approval: approvalOf(script.edition, requests),
    versions: withInstants(versions),
    facts: withInstants(facts),
    events: eventsFrom(script.state),
    today: todayIn("Africa/Casablanca", ctx.now.getTime()),
    callDay: todayIn(CONSUMERS, ctx.now.getTime()),
    may: { write: can(ctx.actor, "call-script.write"), move: can(ctx.actor, "call-script.move") },
  };
});

async function findSheet(tx: Tx, id: string) {
  const script = await findCallScript(tx, id);
  if (!script) return null;
  const requests = await findRequests(tx, [id]);
  return readTogether({
    script,
    requests,
    signatures: findShownSignatures(
      tx,
      "call-script",
      requests.map((request) => request.id),
    ),
    readings: findReadings(tx, id),
    versions: findVersions(tx, id),
    facts: findFacts(tx, id),
    campaigns: findCampaignsOf(tx, id),
  });
}

/** Holds the text against the law of a chosen day, and the edition in use against today's. */
export async function loadScriptMentions(slug: string, id: string, search: Search) {
  const { script, requests, callDay } = await loadCallScript(slug, id);
  const asked = typeof search.on === "string" ? search.on : "";
  const day = isCalendarDay(asked) ? asked : callDay;
  const findings = mentionsOf(script, day);
  return {
    day,
    findings,
    isRefused: asked !== "" && day !== asked,
    marked: findings && markScript(script.text, findings),
    wordings: await frenchWordings(),
    usedFaults: usedFaults(script, requests, callDay),
  };
}

function usedFaults(script: CallScriptRow, requests: readonly RequestRow[], day: string): number {
  const { usedEdition, isRecorded } = script;
  const used = requests.findLast(({ edition }) => edition === usedEdition);
  return used ? faultsOf(mentionsOf({ ...used, isRecorded }, day)).length : 0;
}

/** An agent says them in French, whatever language the reader has. */
async function frenchWordings(): Promise<Record<Mention, string>> {
  const translate = await translator("fr", "telephone");
  return Object.fromEntries(
    MENTIONS.map((mention) => [mention, translate(`script.wordings.${mention}`)]),
  ) as Record<Mention, string>;
}

/** Loads the editions of a text, and the words that changed between two of them. */
export async function loadEditions(slug: string, id: string, search: Search) {
  const ctx = await requireStaff(slug);
  const { script } = await loadCallScript(slug, id);
  const editions = await readInScope(ctx.scope, (tx) => findEditions(tx, id));
  const asked = editionsQuerySchema.parse(search);
  const known = (edition: number | null) => editions.find((one) => one.edition === edition);
  const to = known(asked.to) ?? editions[0];
  const from = known(asked.from) ?? editions[1] ?? to;
  const pieces = from && to ? compareTexts(from.text, to.text) : [];
  return {
    script,
    editions,
    pieces,
    from: from?.edition ?? 1,
    to: to?.edition ?? 1,
    isSame: pieces.every(({ mark }) => mark === "kept"),
  };
}

/** Editions submitted to the contact's controller. */
export async function loadPortalScripts(contactId: string) {
  const ctx = await requireContact(contactId);
  const requests = await readInScope(ctx.scope, findPortalRequests);
  return requests.map(({ text: _onItsOwnPage, ...request }) => request);
}

/** Records the access first. Cached per request. */
export const loadPortalScript = cache(async (contactId: string, id: string) => {
  const ctx = await requireContact(contactId);
  if (!z.uuid().safeParse(id).success) return refuseInPortal(ctx, "call-script", id);
  const isOwn = await isProcessorsOwn(ctx);
  const { requests, ...agreement } = await withOrg(ctx.scope, async (tx) => {
    const all = await findPortalRequests(tx);
    const asked = all.find((request) => request.id === id);
    if (asked)
      await recordAccess(tx, ctx, { noun: "call-script", id: asked.callScriptId, label: asked.reference });
    return {
      requests: all,
      isDisputed: asked !== undefined && (await isDisputed(tx, "call-script", id)),
      signatures: asked ? await findShownSignatures(tx, "call-script", [id]) : [],
    };
  });
  const request = requests.find((one) => one.id === id);
  if (!request) return refuseInPortal(ctx, "call-script", id);
  const day = todayIn(CONSUMERS, ctx.now.getTime());
  // Whether calls are recorded is no part of what was submitted.
  const findings = mentionsOf({ ...request, isRecorded: null }, day);
  const before = lastApprovedBefore(request, requests);
  return {
    ...agreement,
    request,
    day,
    findings,
    marked: findings && markScript(request.text, findings),
    before: before && { edition: before.edition, pieces: compareTexts(before.text, request.text) },
    hasPasskey: await hasPasskey(ctx),
    mayDecide:
      can(ctx.actor, "call-script.decide") && !isOwn && request.controllerId === ctx.actor.controllerId,
  };
});

/** The edition that the controller approved last before this one. */
function lastApprovedBefore(request: PortalRequest, requests: readonly PortalRequest[]) {
  return requests.find(
    ({ callScriptId, edition, decision }) =>
      callScriptId === request.callScriptId && edition < request.edition && decision?.outcome === "approved",
  );
}
