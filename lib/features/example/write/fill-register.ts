import { entryOf, required } from "@/lib/domain/invariant/required";
import { destinationSchema, type RecordContent } from "@/lib/domain/processing-record/content";
import { withProposedLinks } from "@/lib/domain/processing-record/link-proposals";
import { NO_LINKS, type RecordLinks, wordsBeside } from "@/lib/domain/processing-record/links";
import { projectRecord } from "@/lib/domain/processing-record/projection";
import { nextReference } from "@/lib/domain/processing-record/reference";
import { linkSubProcessors, type CalledSubProcessor } from "@/lib/domain/processing-record/sub-processors";
import type { RecordState } from "@/lib/domain/processing-record/types";
import { controllerFacts, type ControllerRow } from "@/lib/features/controller/read/queries";
import {
  controllerOf,
  findLinks,
  findListed,
  findOrganisationFacts,
  findStatuses,
} from "@/lib/features/processing-record/read/queries";
import { insertRecordVersions, type VersionedRecord } from "@/lib/features/processing-record/write/rows";
import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import type { ExampleClient } from "@/lib/features/example/content/controllers";
import { OWN_REGISTER } from "@/lib/features/example/content/own-register";
import { EXAMPLE_RECORDS } from "@/lib/features/example/content/records";
import { readContent } from "@/lib/features/example/read/read-content";

type Fact = { recordId: string; event: string; state: RecordState; since: string; reason: string };

/** Entries of article 30(2); returns their ids. `after` is the highest number in use. */
export async function fillRegister(
  tx: Tx,
  ctx: Ctx,
  of: { controllers: Map<ExampleClient, ControllerRow>; measures: Map<string, string>; after: number },
): Promise<string[]> {
  const organisation = await findOrganisationFacts(tx);
  const procedures = new Map(organisation.procedures?.map(({ id, title }) => [title, id]));
  const list = await findListed(tx);
  const facts: Fact[] = [];
  const linksOf = await findLinks(
    tx,
    ctx,
    [...of.controllers.values()].map(({ id }) => ({ controllerId: id })),
  );
  const records = EXAMPLE_RECORDS.map(({ client, state, since, reason = "", content }, index) => {
    const controller = entryOf(of.controllers, client);
    const record = {
      id: newId(ctx.now),
      capacity: "processor" as const,
      reference: nextReference(of.after + index),
      controllerId: controller.id,
      state,
      stateSince: since,
      content: linked(
        named(readContent(content, of.measures, procedures), list),
        linksOf({ controllerId: controller.id }),
      ),
      version: 1,
    };
    facts.push(...lifeOf(record, reason));
    return { ...record, controller: controllerFacts(controller) };
  });
  const statusesOf = await findStatuses(tx, ctx, records);
  const on = today(ctx);
  const projected = records.map(({ controller, ...record }) => ({
    ...record,
    columns: projectRecord(record, {
      controller,
      organisation,
      subProcessors: statusesOf(record),
      links: linksOf(record),
      on,
    }),
  }));
  return insert(tx, ctx, projected, facts);
}

/** Own register, article 30(1). */
export async function fillOwnRegister(
  tx: Tx,
  ctx: Ctx,
  of: { measures: Map<string, string>; after: number },
): Promise<string[]> {
  const organisation = await findOrganisationFacts(tx);
  const facts: Fact[] = [];
  const records = OWN_REGISTER.map(({ since, content }, index) => {
    const record = {
      id: newId(ctx.now),
      capacity: "controller" as const,
      reference: nextReference(of.after + index, "controller"),
      controllerId: null,
      state: "active" as const,
      stateSince: since,
      content: readContent(content, of.measures),
      version: 1,
    };
    facts.push(...lifeOf(record, ""));
    const itself = controllerOf({ controller: null }, organisation);
    const parties = { controller: itself, organisation, subProcessors: [], links: NO_LINKS, on: today(ctx) };
    return { ...record, columns: projectRecord(record, parties) };
  });
  return insert(tx, ctx, records, facts);
}

/** Replaces names by ids of listed sub-processors. */
function named(content: RecordContent, list: readonly CalledSubProcessor[]): RecordContent {
  return { ...content, subProcessors: linkSubProcessors(content.subProcessors, list) };
}

/** Links contracts and transfers, and retains only words that differ from them. */
function linked(content: RecordContent, links: RecordLinks): RecordContent {
  const stated = withProposedLinks(content, links);
  return {
    ...stated,
    contractReference: stated.contractIds.length > 0 ? "" : stated.contractReference,
    destinations: stated.destinations.map((to) => {
      const { transferId, place } = to;
      if (transferId === null) return to;
      const { instrument, instrumentText } = wordsBeside(to, links) ?? {};
      return destinationSchema.parse({ transferId, place, instrument, instrumentText });
    }),
  };
}

async function insert(tx: Tx, ctx: Ctx, records: VersionedRecord[], facts: Fact[]): Promise<string[]> {
  await tx.processingRecord.createMany({
    data: records.map(({ columns, ...record }) => ({
      ...record,
      ...columns,
      orgId: ctx.scope.org,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })),
  });
  await insertRecordVersions(tx, ctx, records, "created");
  await tx.recordStateFact.createMany({
    data: facts.map((fact) => ({
      ...fact,
      ...recordedBy(ctx),
      id: newId(ctx.now),
    })),
  });
  return records.map(({ id }) => id);
}

/** Facts behind a state: suspension or end follows an activation. */
function lifeOf(
  { id, state, stateSince, content }: Omit<VersionedRecord, "columns">,
  reason: string,
): Fact[] {
  if (state === "draft") return [];
  const began = content.startsOn?.value ?? required(stateSince, "day since which the entry is in its state");
  const activated: Fact = { recordId: id, event: "activate", state: "active", since: began, reason: "" };
  if (state === "active")
    return [{ ...activated, since: required(stateSince, "day since which the entry is in its state") }];
  const event = state === "ended" ? "end" : "suspend";
  return [
    activated,
    {
      recordId: id,
      event,
      state,
      since: required(stateSince, "day since which the entry is in its state"),
      reason,
    },
  ];
}
