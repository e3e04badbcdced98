import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import { authorisationCellOf } from "@/lib/domain/authorisation/authorisation-status";
import { type AuthorisationFact, beforeAt } from "@/lib/domain/authorisation/history";
import { type AuthorisationEvent, decide, TRANSITIONS } from "@/lib/domain/authorisation/lifecycle";
import { type ListedFacts, listFor } from "@/lib/domain/authorisation/list";
import { nextAuthorisationReference } from "@/lib/domain/authorisation/reference";
import type { AuthorisationState } from "@/lib/domain/authorisation/types";
import { entryOf, required } from "@/lib/domain/invariant/required";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import {
  findAgreed,
  findHighestReference,
  findTools,
  findUsed,
} from "@/lib/features/authorisation/read/queries";
import { lockAuthorisations } from "@/lib/features/authorisation/write/rows";
import type { ControllerRow } from "@/lib/features/controller/read/queries";
import type { SubProcessorRow } from "@/lib/features/sub-processor/read/queries";
import { languageOf, proposeText } from "@/lib/i18n/request-text";
import { type Ctx, today } from "@/lib/platform/request/context";
import { sha256 } from "@/lib/platform/files/chunks";
import { newId } from "@/lib/platform/database/ids";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  EXAMPLE_AUTHORISATIONS,
  type ExampleAuthorisation,
} from "@/lib/features/example/content/authorisations";
import type { ExampleClient } from "@/lib/features/example/content/controllers";
import type { ExampleSubProcessor } from "@/lib/features/example/content/sub-processors";

type Parties = {
  controllers: ReadonlyMap<ExampleClient, ControllerRow>;
  subProcessors: ReadonlyMap<ExampleSubProcessor, SubProcessorRow>;
};

/** Applies the transition table; queues no letter. */
export async function fillAuthorisations(tx: Tx, ctx: Ctx, parties: Parties): Promise<string[]> {
  await lockAuthorisations(tx, ctx.scope.org);
  const ids: string[] = [];
  for (const example of EXAMPLE_AUTHORISATIONS)
    ids.push(await fillOne(tx, ctx, { ...parties, example, previous: ids.at(-1) }));
  return ids;
}

type Filling = Parties & { example: ExampleAuthorisation; previous?: string };

async function fillOne(
  tx: Tx,
  ctx: Ctx,
  { controllers, subProcessors, example, previous }: Filling,
): Promise<string> {
  const controller = entryOf(controllers, example.client);
  const asked = entryOf(subProcessors, example.asked);
  const { sentAgo } = example;
  const agreed = (await findAgreed(tx, today(ctx), [controller.id]))(controller.id);
  const { contractId, regime, days } = agreed;
  const contract = contractId && (await tx.contract.findFirst({ where: { id: contractId } }));
  const sentAt = sentAgo === null ? null : dayBefore(ctx, sentAgo);
  const seat = { country: controller.country, address: controller.address };
  const { zone, holidays } = calendarOf(seat, {
    from: (sentAt ?? ctx.now).toISOString().slice(0, 10),
    announced: await findAnnouncedHolidays(tx),
  });
  const facts = factsOf(ctx, example, { regime, days, zone, holidays });
  const text = await proposeText({
    party: controller,
    agreed,
    contract: contract ? contract.reference : null,
    asked: { name: asked.content.identity.name, content: asked.content },
    changes: example.follows ? ["sites"] : null,
    organisation: (await tx.organisation.findFirstOrThrow({ select: { legalName: true } })).legalName,
  });
  const decidedOn = await findDecidedOn(tx, ctx, { controllerId: controller.id, subProcessorId: asked.id });
  const list = listFor(asked, { authorised: [], version: 1, factsOf: () => decidedOn });
  const id = newId(ctx.now);
  await tx.authorisation.create({
    data: {
      ...agreed,
      id,
      zone,
      text,
      list,
      orgId: ctx.scope.org,
      reference: nextAuthorisationReference(await findHighestReference(tx)),
      controllerId: controller.id,
      subProcessorId: asked.id,
      subProcessorVersion: asked.version,
      scopeDigest: asked.scopeDigest,
      seatCountry: controller.country,
      seatAddress: controller.address,
      language: languageOf(controller),
      recipient: controller.contactEmail || "contact@client.example",
      textDigest: sentAt && digestOf(text),
      listDigest: sentAt && digestOf(canonicalText(list)),
      supersedesId: example.follows ? previous : null,
      state: facts.at(-1)?.state ?? "draft",
      sentAt,
      receivedAt: sentAt,
      version: facts.length + 1,
      createdAt: sentAt ?? ctx.now,
      updatedAt: ctx.now,
    },
  });
  await insertFacts(tx, ctx, { id, controllerId: controller.id, facts });
  await tx.authorisationCondition.createMany({
    data: (example.conditions ?? []).map((condition, index) => ({
      id: newId(ctx.now),
      orgId: ctx.scope.org,
      authorisationId: id,
      controllerId: controller.id,
      position: index + 1,
      text: condition,
    })),
  });
  return id;
}

/** Tools, their dates and missing requirements, decided upon besides place and service. */
async function findDecidedOn(
  tx: Tx,
  ctx: Ctx,
  { controllerId, subProcessorId: id }: { controllerId: string; subProcessorId: string },
): Promise<ListedFacts> {
  const [used] = await findUsed(tx, today(ctx), { id });
  const tools = await findTools(tx, controllerId, [{ id }]);
  const cell = {
    requests: [],
    subProcessor: required(used, "sub-processor of the example").usedFor(controllerId),
    regime: "specific" as const,
  };
  return { tools: tools.get(id) ?? [], missing: authorisationCellOf(cell, ctx.now.getTime()).missing };
}

type Terms = Pick<Parameters<typeof beforeAt>[0], "regime" | "days" | "zone" | "holidays">;
type FilledFact = AuthorisationFact & { values: AuthorisationEvent };

/** Facts in order, as the transition table allows. */
function factsOf(ctx: Ctx, { sentAgo, then }: ExampleAuthorisation, terms: Terms): FilledFact[] {
  if (sentAgo === null) return [];
  const sent = {
    event: terms.regime === "specific" ? ("submit" as const) : ("notify" as const),
    ago: sentAgo,
  };
  const facts: FilledFact[] = [];
  let state: AuthorisationState = "draft";
  const received = { event: "receive" as const, ago: sentAgo };
  for (const { event: kind, ago, reason = "" } of [sent, received, ...then] as ExampleAuthorisation["then"]) {
    const at = dayBefore(ctx, ago).getTime();
    const stated = {
      ...EVIDENCE,
      kind,
      at,
      reason,
      channel: TRANSITIONS[kind].isDecision || kind === "receive" ? ("letter" as const) : null,
    };
    const receivedAt = state === "draft" ? null : dayBefore(ctx, sentAgo).getTime();
    const decision = decide(beforeAt({ ...terms, lapsesAt: null, state, receivedAt }, facts, at), stated, {
      now: ctx.now.getTime(),
    });
    if (!decision.ok) throw new Error(`The example's ${kind} is refused: ${decision.key}`);
    state = decision.state;
    facts.push({ event: kind, state, at, values: stated });
  }
  return facts;
}

/** Signatory with a letter outside the example. */
const EVIDENCE = {
  text: "-",
  recipient: "-",
  source: "Lettre signée",
  document: "-",
  signatory: "Claire Vasseur",
  capacity: "Directrice générale",
  power: "Représentante légale",
};

type FilledFacts = { id: string; controllerId: string; facts: readonly FilledFact[] };

async function insertFacts(tx: Tx, ctx: Ctx, { id, controllerId, facts }: FilledFacts): Promise<void> {
  await tx.authorisationFact.createMany({
    data: facts.map(({ event, state, at, values }, index) => {
      const { source, signatory, capacity, power } = TRANSITIONS[event].isDecision ? values : wordOf(event);
      return {
        event,
        state,
        controllerId,
        source,
        signatory,
        capacity,
        power,
        ...recordedBy(ctx),
        id: newId(ctx.now),
        authorisationId: id,
        version: index + 2,
        at: new Date(at),
        channel: values.channel ?? "",
        reason: values.reason,
        authorKind: ctx.actor.kind,
      };
    }),
  });
}

/** Decisions have a signatory, receipts an informant, other events neither. */
function wordOf(event: AuthorisationFact["event"]) {
  const source = event === "receive" ? EVIDENCE.signatory : "";
  return { source, signatory: "", capacity: "", power: "" };
}

function dayBefore({ now }: Ctx, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

function digestOf(text: string): string {
  return sha256(new TextEncoder().encode(text));
}
