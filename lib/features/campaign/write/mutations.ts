import type { CampaignContent } from "@/lib/domain/campaign/content";
import { decide } from "@/lib/domain/campaign/lifecycle";
import { articlesOf, type Readiness } from "@/lib/domain/campaign/readiness";
import { difference } from "@/lib/domain/journal/difference";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Tx } from "@/lib/platform/database/transaction";
import { type Ctx, today } from "@/lib/platform/request/context";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { findReadiness } from "@/lib/features/campaign/read/readiness";
import type { CampaignRow } from "@/lib/features/campaign/read/queries";
import { checkNamed } from "@/lib/features/instruction/read/nameable";
import { holderOf, lockActiveController } from "@/lib/features/controller/read/active";
import type {
  CampaignCreate,
  CampaignFields,
  CampaignMove,
  CampaignUpdate,
} from "@/lib/features/campaign/schema";
import { findScriptsOf } from "@/lib/features/call-script/read/used";
import { readPhoneNumber } from "@/lib/features/choice/read/phone-number";
import { campaignDocument } from "./document";

export function createCampaign(
  ctx: Ctx,
  { controllerId, ...input }: CampaignCreate,
): Promise<Outcome<CampaignRow>> {
  return campaignDocument.create(ctx, "campaign.write", async ({ tx }) => {
    if (!(await lockActiveController(tx, controllerId))) return invalid("controllerId", "required");
    const read = await readFields(tx, { controllerId, day: today(ctx), named: null }, input);
    if (!read.ok) return read;
    const reference = await allocateReference(tx, ctx, { table: "campaign", letters: "CA" });
    const fields = { ...read.value, reference, controllerId, state: "draft" as const };
    return done({ fields, kind: "created", event: "campaign.created" });
  });
}

/** Refuses with `conflict` where somebody saved since the version that was read; an ended campaign stays as it was. */
export function updateCampaign(
  ctx: Ctx,
  { id, version, ...input }: CampaignUpdate,
): Promise<Outcome<CampaignRow>> {
  return campaignDocument.update(ctx, { act: "campaign.write", id, version }, async (before, { tx }) => {
    if (before.state === "ended") return invalid("", "campaign.ended");
    const named = { controllerId: holderOf(before), day: today(ctx), named: before.instructionId };
    const read = await readFields(tx, named, input);
    if (!read.ok) return read;
    const shown = ({ title, instructionId, scriptId, content }: CampaignRow) => ({
      title,
      instructionId,
      scriptId,
      ...content,
    });
    return done({ patch: read.value, kind: "saved", event: "campaign.updated", shown });
  });
}

const EVENTS = {
  start: "campaign.started",
  pause: "campaign.paused",
  resume: "campaign.resumed",
  end: "campaign.ended",
} as const satisfies Record<CampaignMove["event"], EventName>;

/**
 * Transitions follow the table. A campaign that its readiness forbids is not started, and one in doubt needs a reason; each
 * move is a dated fact with its author and reason.
 */
export function moveCampaign(
  ctx: Ctx,
  { id, version, event, on, reason }: CampaignMove,
): Promise<Outcome<CampaignRow>> {
  return campaignDocument.update(ctx, { act: "campaign.move", id, version }, async (before, { tx }) => {
    const decision = decide(before.state, { kind: event, on, reason }, today(ctx));
    if (!decision.ok) return invalid(decision.field, `campaign.${decision.key}`);
    if (decision.state === "started") {
      const refused = refuseStart(await findReadiness(tx, before, ctx.now), reason);
      if (refused) return refused;
    }
    const { state } = decision;
    return done({
      patch: { state },
      kind: "moved",
      event: EVENTS[event],
      fact: { event, on, reason },
      ...(reason !== "" && { reason }),
      difference: difference({ state: before.state }, { state }),
    });
  });
}

/** Refuses what is red, with its articles where the law forbids it and not the house alone, and what is amber without a written reason. */
function refuseStart({ colour, reasons }: Readiness, reason: string): Outcome<never> | null {
  if (colour === "red") {
    const broken = reasons.filter(({ verdict }) => verdict === "broken");
    const articles = articlesOf(broken);
    return articles === ""
      ? invalid("event", "campaign.redByHouse", { count: broken.length })
      : invalid("event", "campaign.red", { articles, count: broken.length });
  }
  return colour === "amber" && reason.trim() === "" ? invalid("reason", "campaign.amber") : null;
}

type Read = Pick<CampaignRow, "title" | "instructionId" | "scriptId" | "content">;

/** Reads the numbers in E.164, and refuses dates in disorder, an instruction that may not be named, and a script of somebody else. */
async function readFields(
  tx: Tx,
  asked: { controllerId: string; day: string; named: string | null },
  { title, instructionId, instructionReason, scriptId, numbers, ...fields }: CampaignFields,
): Promise<Outcome<Read>> {
  if (fields.firstDay !== null && fields.lastDay !== null && fields.lastDay < fields.firstDay)
    return invalid("lastDay", "campaign.lastDay");
  const named = await checkNamed(tx, {
    ...asked,
    use: "campaign",
    id: instructionId,
    field: "instructionId",
    writtenReason: instructionReason,
  });
  if (!named.ok) return named;
  if (scriptId !== null && !(await findScriptsOf(tx, asked.controllerId)).some(({ id }) => id === scriptId))
    return invalid("scriptId", "campaign.script");
  const shown = readNumbers(numbers);
  if (!shown.ok) return shown;
  return done({
    title,
    instructionId,
    scriptId,
    content: { ...fields, instructionReason: named.value, numbers: shown.value },
  });
}

function readNumbers(typed: CampaignFields["numbers"]): Outcome<CampaignContent["numbers"]> {
  const numbers: CampaignContent["numbers"] = [];
  for (const [index, { number, authenticated }] of typed.entries()) {
    const read = readPhoneNumber(number);
    if (read === null) return invalid(`numbers.${index}.number`, "campaign.number");
    if (!numbers.some((listed) => listed.number === read)) numbers.push({ number: read, authenticated });
  }
  return done(numbers);
}
