import { APPOINTMENT, type Choice, type Correction, type RecordedAct } from "@/lib/domain/choice/choices";
import { describeProof } from "@/lib/domain/choice/shown-proof";
import { statedDay } from "@/lib/domain/choice/consent-line";
import { LAST_FIRST } from "./standing";
import { readTimes } from "./times";
import { zoneAgreed } from "./appointments";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** Choices that one page shows; a person makes few. */
const MOST_OF_PERSON = 500;
const MOST_RECENT = 50;

const SHOWN = {
  id: true,
  personKey: true,
  act: true,
  purpose: true,
  country: true,
  outcome: true,
  callLogId: true,
  callAt: true,
  callZone: true,
  decidedAt: true,
  source: true,
  proof: true,
  validUntil: true,
  recordedAt: true,
  authorName: true,
  correction: true,
  times: true,
  correctedBy: { select: { correction: true, recordedAt: true } },
  controller: { select: { id: true, legalName: true, mergedIntoId: true } },
  consentFile: { select: { collection: { select: { id: true, title: true } } } },
} as const;

export function findChoicesOf(tx: Tx, person: string) {
  return findChoicesAmong(tx, [person]);
}

/** Finds the choices of everybody whose number it may be. */
export async function findChoicesAmong(tx: Tx, persons: readonly string[]) {
  const rows = await tx.choice.findMany({
    where: { personKey: { in: persons.map((person) => Buffer.from(person, "hex")) } },
    orderBy: LAST_FIRST,
    take: MOST_OF_PERSON,
    select: SHOWN,
  });
  return withHolders(tx, rows);
}

/** Finds the last choices by the instant at which they were made, the one that the list shows. */
export async function findRecentChoices(tx: Tx) {
  const rows = await tx.choice.findMany({
    orderBy: LAST_FIRST,
    take: MOST_RECENT,
    select: SHOWN,
  });
  return withHolders(tx, rows);
}

/** Finds what a person agreed to; null for a refusal. */
export async function findAgreement(tx: Tx, id: string) {
  const row = await tx.choice.findFirst({
    where: { id, outcome: "allowed", act: { not: APPOINTMENT } },
    select: SHOWN,
  });
  return row && ((await withHolders(tx, [row]))[0] ?? null);
}

/** Controllers that a choice may be made towards. */
export async function findChoiceControllers(tx: Tx) {
  return tx.controller.findMany({
    where: { archivedAt: null, mergedIntoId: null, isPlaceholder: false },
    orderBy: { legalName: "asc" },
    select: { id: true, legalName: true },
  });
}

export async function findControllerNames(tx: Tx, ids: readonly string[]) {
  return tx.controller.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { legalName: "asc" },
    select: { id: true, legalName: true },
  });
}

/** Leaves out a choice of a person that stands under another of their keys too. */
export function onceEach<One extends ShownChoice>(rows: readonly One[]): One[] {
  const keyOf = new Map<string, string>();
  return rows.filter(
    ({ person, act, purpose, country, outcome, decidedAt, recordedAt, source, proof, controller }) => {
      const parts = [act, purpose, country, outcome, decidedAt, recordedAt, source, proof, controller.id];
      const said = JSON.stringify(parts);
      const first = keyOf.get(said) ?? person;
      keyOf.set(said, first);
      return first === person;
    },
  );
}

type ShownChoice = Awaited<ReturnType<typeof withHolders>>[number];

type Row = Prisma.ChoiceGetPayload<{ select: typeof SHOWN }>;

/** A choice made towards a controller that was merged holds towards the one it is merged into. */
async function withHolders(tx: Tx, rows: readonly Row[]) {
  const into = rows.flatMap(({ controller: { mergedIntoId } }) => mergedIntoId ?? []);
  const holders = await tx.controller.findMany({
    where: { id: { in: into } },
    select: { id: true, legalName: true },
  });
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  return rows.map((row) => readChoice(row, byId.get(row.controller.mergedIntoId ?? "") ?? row.controller));
}

function readChoice(
  { personKey, decidedAt, callAt, recordedAt, correctedBy, controller: _, ...row }: Row,
  { id, legalName }: { id: string; legalName: string },
) {
  return {
    ...row,
    // The database admits no others.
    act: row.act as RecordedAct,
    callAt: callAt?.getTime() ?? null,
    callZone: zoneAgreed(row.callZone),
    proof: describeProof(row.proof),
    outcome: row.outcome as Choice["outcome"],
    times: readTimes(row.times),
    correction: row.correction as Correction | null,
    correctedBy: correctedBy && {
      correction: correctedBy.correction as Correction,
      at: correctedBy.recordedAt.getTime(),
    },
    person: Buffer.from(personKey).toString("hex"),
    decidedAt: decidedAt.getTime(),
    // A file may state days alone; a form states an hour.
    decidedDay: row.source === "file" ? statedDay(decidedAt.getTime()) : null,
    recordedAt: recordedAt.getTime(),
    controller: { id, legalName },
  };
}
