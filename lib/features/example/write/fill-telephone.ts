import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";
import { campaignContentSchema } from "@/lib/domain/campaign/content";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { findCallScript } from "@/lib/features/call-script/read/queries";
import { callScriptDocument } from "@/lib/features/call-script/write/document";
import { campaignDocument } from "@/lib/features/campaign/write/document";
import {
  EXAMPLE_COLLECTION,
  EXAMPLE_SCRIPT,
  exampleCampaign,
  exampleConsents,
} from "@/lib/features/example/content/telephone";
import { required } from "@/lib/domain/invariant/required";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { sha256 } from "@/lib/platform/files/chunks";
import { type Ctx, today } from "@/lib/platform/request/context";
import { personKey } from "@/lib/platform/secrets/person-key";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { recordedBy } from "@/lib/platform/write/recorded-by";

const DAY_MS = 86_400_000;

/** A script that its controller is asked to approve. Returns its id and that of the request. */
export async function fillScript(tx: Tx, ctx: Ctx, controllerId: string) {
  const { title, text } = EXAMPLE_SCRIPT;
  const reference = await allocateReference(tx, ctx, { table: "call_script", letters: "CS" });
  const stated = { reference, controllerId, title, text, language: "fr" as const, sector: "other" as const };
  const { id } = await callScriptDocument.insert(
    tx,
    ctx,
    { ...stated, isRecorded: true, edition: 1, state: "draft", usedEdition: null },
    "created",
  );
  const script = required(await findCallScript(tx, id), "script of the example");
  const requestId = newId(ctx.now);
  await tx.callScriptRequest.create({
    data: {
      ...recordedBy(ctx),
      id: requestId,
      callScriptId: id,
      controllerId,
      edition: script.edition,
      reference,
      title,
      text,
      language: script.language,
      digest: digestOf(text),
    },
  });
  return { id, requestId };
}

type Named = { controllerId: string; instructionId: string; scriptId: string };

/** A campaign that was started two weeks ago. */
export async function fillCampaign(tx: Tx, ctx: Ctx, named: Named): Promise<string> {
  const { title, content, firstDay, lastDay, reason } = exampleCampaign(today(ctx));
  const reference = await allocateReference(tx, ctx, { table: "campaign", letters: "CA" });
  const { id } = await campaignDocument.insert(
    tx,
    ctx,
    {
      ...named,
      reference,
      title,
      state: "started",
      content: campaignContentSchema.parse({ ...content, firstDay, lastDay }),
    },
    "created",
  );
  await tx.campaignFact.create({
    data: {
      ...recordedBy(ctx),
      id: newId(ctx.now),
      campaignId: id,
      event: "start",
      factOn: firstDay,
      reason,
    },
  });
  return id;
}

/** A collection, its one file and a choice for each of its lines. */
export async function fillConsents(tx: Tx, ctx: Ctx, controllerId: string) {
  const { title, purpose, wording, proofPlace } = EXAMPLE_COLLECTION;
  const [collectionId, fileId] = [newId(ctx.now), newId(ctx.now)];
  const items = Object.fromEntries(CONSENT_ITEMS.map((item) => [item, "yes"]));
  await tx.consentCollection.create({
    data: {
      ...recordedBy(ctx),
      id: collectionId,
      controllerId,
      title,
      purpose,
      wording,
      proofPlace,
      items,
      wordingSha256: digestOf(wording),
    },
  });
  const consents = exampleConsents(today(ctx));
  const file = ["numéro;date;valable jusqu'au;preuve", ...consents.map(lineOf), ""].join("\n");
  const last = consents
    .map(({ validUntil }) => validUntil)
    .toSorted()
    .at(-1);
  await tx.consentFile.create({
    data: {
      ...recordedBy(ctx),
      id: fileId,
      collectionId,
      extent: "whole",
      sha256: digestOf(file),
      size: Buffer.byteLength(file),
      lineCount: consents.length,
      addedCount: consents.length,
      knownCount: 0,
      refusedLines: {},
      keepUntil: last ? addDaysToDay(last, KEPT_DAYS) : null,
    },
  });
  const choices = consents.map(({ number, givenOn, validUntil, proof }) => ({
    ...recordedBy(ctx),
    id: newId(ctx.now),
    controllerId,
    purpose,
    proof,
    validUntil,
    personKey: personKey(ctx.scope.org, number),
    act: "telephone",
    outcome: "allowed",
    source: "file",
    consentFileId: fileId,
    decidedAt: new Date(Date.parse(givenOn) + DAY_MS / 2),
  }));
  await tx.choice.createMany({ data: choices });
  return { collectionId, fileId, choiceIds: choices.map(({ id }) => id) };
}

/** Three years after the last consent ends, R223-2. */
const KEPT_DAYS = 3 * 365;

type Consent = ReturnType<typeof exampleConsents>[number];

function lineOf({ number, givenOn, validUntil, proof }: Consent): string {
  return [number, givenOn, validUntil, proof].join(";");
}

function digestOf(text: string): string {
  return sha256(new TextEncoder().encode(text));
}
