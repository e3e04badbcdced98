import { itemAt } from "@/lib/domain/invariant/required";
import type { Informed } from "@/lib/domain/breach/clocks";
import { nextEscalation, type Escalation } from "@/lib/domain/breach/escalation";
import type { Fact } from "@/lib/domain/breach/facts";
import { foldBreach, type BreachFile, type Place } from "@/lib/domain/breach/file";
import { noticeContentSchema } from "@/lib/domain/breach/notice-content";
import { recipientId, recipientsOfClient, type Recipient } from "@/lib/domain/breach/recipients";
import type { AgreedVersion } from "@/lib/domain/breach/upstream";
import { openDuties, type BreachToPlan, type PartToPlan } from "@/lib/domain/obligation/plan-breach";
import type { Obligation } from "@/lib/domain/obligation/types";
import { todayIn } from "@/lib/domain/time/zones";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readTogether } from "@/lib/platform/read/read-together";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  findFactsOf,
  findInformed,
  findNoticeContracts,
  noticeTermsOn,
  type NoticeContract,
} from "./queries";
import { findCommunications, type Communication } from "./communications";
import { findToldHistories, type ToldHistories } from "./told-histories";
import { ownThresholdReader } from "./own-threshold";
import { findUpstream } from "./upstream";

const breachSelect = {
  id: true,
  reference: true,
  title: true,
  isDrill: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  controllers: {
    select: {
      id: true,
      controllerId: true,
      controller: {
        select: {
          legalName: true,
          contactName: true,
          contactEmail: true,
          contactPhone: true,
          dpoContact: true,
          language: true,
        },
      },
    },
  },
  notices: {
    where: { status: "issued" },
    orderBy: { number: "asc" },
    select: {
      id: true,
      controllerId: true,
      phase: true,
      lateReason: true,
      content: true,
      version: true,
      updatedAt: true,
    },
  },
} satisfies Prisma.BreachSelect;

type Row = Prisma.BreachGetPayload<{ select: typeof breachSelect }>;

export type FoundBreach = BreachToPlan & { title: string };

/** Breaches with everything that their dates are planned of: a statement for each table, however many they are. */
export async function findBreachesToPlan(
  tx: Tx,
  where: Prisma.BreachWhereInput,
  now: number,
): Promise<FoundBreach[]> {
  const rows = await tx.breach.findMany({ where, orderBy: { createdAt: "asc" }, select: breachSelect });
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const facts = await findFactsOf(tx, ids);
  const files = new Map(ids.map((id) => [id, foldBreach(facts.get(id) ?? [])]));
  const controllerIds = rows.flatMap(({ controllers }) =>
    controllers.map(({ controllerId }) => controllerId),
  );
  const found = await readTogether({
    upstream: findUpstream(tx, [...files.values()]),
    ownHoursAt: ownThresholdReader(tx),
    informed: findInformed(tx, ids),
    contracts: findNoticeContracts(tx, controllerIds),
    historyOf: findToldHistories(tx, ids),
    tellingOf: findCommunications(tx, { breachIds: ids, controllerIds }),
  });
  return rows.map((row) => toPlan(row, { now, facts, files, ...found }));
}

/** Duties that no fact has met of one breach. */
export async function findOpenDuties(tx: Tx, id: string, now: number): Promise<Obligation[]> {
  return (await findBreachesToPlan(tx, { id }, now)).flatMap(openDuties);
}

type Found = {
  now: number;
  facts: ReadonlyMap<string, Fact[]>;
  files: ReadonlyMap<string, BreachFile>;
  upstream: (file: BreachFile) => AgreedVersion | null;
  ownHoursAt: (at: number | null) => number;
  informed: ReadonlyMap<string, Informed[]>;
  contracts: ReadonlyMap<string, NoticeContract[]>;
  historyOf: ToldHistories;
  tellingOf: (breachId: string, controllerId: string) => Communication;
};

function toPlan(row: Row, found: Found): FoundBreach {
  const { id, reference, title, isDrill, version, createdAt, updatedAt } = row;
  const file = found.files.get(id) ?? foldBreach([]);
  return {
    title,
    isDrill,
    file,
    begunAt: createdAt.getTime(),
    upstream: found.upstream(file),
    row: {
      subject: { id, reference },
      controller: null,
      path: `/breaches/${id}`,
      version,
      changedAt: updatedAt.getTime(),
    },
    parts: file.places.flatMap((place) => partToPlan(row, { file, place }, found) ?? []),
  };
}

function partToPlan(
  row: Row,
  { file, place }: { file: BreachFile; place: Place },
  { now, facts, ownHoursAt, informed, contracts, historyOf, tellingOf }: Found,
): PartToPlan | null {
  const { controllerId } = place;
  const line = row.controllers.find((one) => one.controllerId === controllerId);
  if (!line) return null;
  const notices = row.notices.filter((notice) => notice.controllerId === controllerId);
  const telling = tellingOf(row.id, controllerId);
  const agreed = contracts.get(controllerId) ?? [];
  const terms = noticeTermsOn(agreed, todayIn("Africa/Casablanca", file.awareAt ?? now));
  return {
    id: line.id,
    controller: { id: controllerId, name: line.controller.legalName },
    place,
    wasConfirmed: (facts.get(row.id) ?? []).some(
      (fact) => fact.kind === "controller-confirmed" && fact.controllerId === controllerId,
    ),
    terms,
    ownHours: ownHoursAt(file.awareAt),
    informed: informed.get(`${row.id} ${controllerId}`) ?? [],
    ...tellings(notices, historyOf(row.id, controllerId)),
    next: nextOf(lastGoing(notices, place)?.id, telling, {
      recipients: recipientsOfClient({
        sheet: line.controller,
        means: terms?.means ?? "",
        night: telling.night,
      }),
      now,
    }),
    version: sum([...notices, ...agreed].map(({ version }) => version)) + telling.facts,
    changedAt: Math.max(0, telling.changedAt, ...notices.map(({ updatedAt }) => updatedAt.getTime())),
  };
}

/** Reads what the controller was told, with what its notices say. */
function tellings(
  rows: readonly Row["notices"][number][],
  { notices, calls }: ReturnType<ToldHistories>,
): Pick<PartToPlan, "notices" | "calls"> {
  return {
    calls,
    notices: notices.flatMap((sent) =>
      rows
        .filter(({ id }) => id === sent.id)
        .map(({ lateReason, content }) => ({
          phase: sent.phase,
          issuedAt: sent.issuedAt,
          leftAt: sent.leftAt,
          reachedAt: sent.reachedAt,
          reach: sent.reach,
          lateReason,
          content: noticeContentSchema.parse(content),
        })),
    ),
  };
}

/** Last notice, where the place of its controller does not contradict it. */
function lastGoing(notices: readonly Row["notices"][number][], { status }: Place) {
  const last = notices.at(-1);
  return (last?.phase === "rectifying") === (status === "set-aside") ? last : undefined;
}

function nextOf(
  noticeId: string | undefined,
  { steps, seen }: Communication,
  { recipients, now }: { recipients: readonly Recipient[]; now: number },
): Escalation {
  const own = noticeId === undefined ? [] : steps.filter((step) => step.noticeId === noticeId);
  if (own.length === 0) return { kind: "none" };
  return nextEscalation({
    contacts: recipients.map((one) => ({ id: recipientId(one), hasAddress: one.address !== "" })),
    steps: own,
    seen: seen.filter((one) => one.noticeId === noticeId).map(({ at }) => at),
    silenceMinutes: itemAt(own, 0).silenceMinutes,
    now,
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
