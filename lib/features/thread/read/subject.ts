import { required } from "@/lib/domain/invariant/required";
import { todayIn } from "@/lib/domain/time/zones";
import { THREAD_NOUNS, type ThreadNoun } from "@/lib/domain/thread/subjects";
import type { Tx } from "@/lib/platform/database/transaction";

export type ThreadSubject = {
  noun: ThreadNoun;
  id: string;
  controllerId: string;
  /** Examples: "FR-012", "ORV-2026-003". */
  reference: string;
  /** Title; "" where the reference suffices. */
  title: string;
  /** True for drafts, which a controller cannot read and threads cannot concern. */
  isDraft: boolean;
};
type Found = Omit<ThreadSubject, "noun">;

const DRAFT = "draft";

const whose = { controllerId: true, mergedFromId: true } as const;

/** Threads of a merged row remain with the controller of origin. */
function withOrigin<T extends { controllerId: string; mergedFromId: string | null }>({
  mergedFromId,
  ...row
}: T) {
  return { ...row, controllerId: mergedFromId ?? row.controllerId };
}

/** Rows of one noun: those that are named, or the first by reference. */
type Wanted = { where: { id?: { in: string[] } }; take?: number };

const named = (ids: string[]): Wanted => ({ where: { id: { in: ids } } });

/** Excludes subjects without a controller. */
const FIND: Record<ThreadNoun, (tx: Tx, wanted: Wanted) => Promise<Found[]>> = {
  // Excludes drafts, which no controller has seen.
  authorisation: async (tx, { where, take }) => {
    const rows = await tx.authorisation.findMany({
      where: { ...where, sentAt: { not: null } },
      orderBy: { reference: "asc" },
      take,
      select: { id: true, ...whose, reference: true, subProcessor: { select: { name: true } } },
    });
    return rows.map(({ subProcessor, ...row }) => ({
      ...withOrigin(row),
      title: subProcessor.name,
      isDraft: false,
    }));
  },
  "processing-record": async (tx, { where, take }) => {
    const rows = await tx.processingRecord.findMany({
      where: { ...where, controllerId: { not: null } },
      orderBy: { reference: "asc" },
      take,
      select: { id: true, ...whose, reference: true, activity: true, state: true },
    });
    return rows.map(({ activity, controllerId, state, ...row }) => ({
      ...withOrigin({
        ...row,
        controllerId: required(controllerId, "controller of an entry of article 30(2)"),
      }),
      title: activity,
      isDraft: state === DRAFT,
    }));
  },
  // Lists of the notices of a breach those that the controller may read, and incidents of which a call alone told it.
  "breach-notice": async (tx, { where, take }) => {
    const incidents = await tx.breachController.findMany({
      where: { ...where, ...(where.id ? {} : { notices: { none: { status: "issued", isShared: true } } }) },
      orderBy: { id: "desc" },
      take,
      select: { id: true, controllerId: true },
    });
    const rows = await tx.breachNotice.findMany({
      where: { ...where, status: "issued", isShared: true },
      orderBy: [{ issuedAt: "desc" }, { number: "desc" }],
      take,
      select: { id: true, controllerId: true, number: true },
    });
    const daysTold = await findDaysTold(
      tx,
      incidents.map(({ id }) => id),
    );
    return [
      ...incidents.map((row) => ({
        ...row,
        reference: daysTold.get(row.id) ?? "",
        title: "",
        isDraft: false,
      })),
      ...rows.map(({ number, ...row }) => ({
        ...row,
        reference: String(number),
        title: "",
        isDraft: false,
      })),
    ];
  },
  contract: async (tx, { where, take }) => {
    const rows = await tx.contract.findMany({
      where,
      orderBy: { reference: "asc" },
      take,
      select: { id: true, ...whose, reference: true, title: true, state: true },
    });
    return rows.map(({ state, ...row }) => ({ ...withOrigin(row), isDraft: state === DRAFT }));
  },
  instruction: async (tx, { where, take }) => {
    const rows = await tx.instruction.findMany({
      where,
      orderBy: { receivedAt: "desc" },
      take,
      select: { id: true, ...whose, number: true },
    });
    return rows.map(({ number, ...row }) => ({
      ...withOrigin(row),
      reference: number,
      title: "",
      isDraft: false,
    }));
  },
};

/** Day in Casablanca of the first call that told of each incident, which names it where no notice gives it a number. */
async function findDaysTold(tx: Tx, incidents: readonly string[]): Promise<Map<string, string>> {
  if (incidents.length === 0) return new Map();
  // Contacts read calls through a view of their own; it does not exist for staff, who read the facts themselves.
  const [scope] = await tx.$queryRaw<{ isPortal: boolean }[]>`SELECT app_scope() = 'portal' AS "isPortal"`;
  const calls = scope?.isPortal
    ? await tx.$queryRaw<{ incident: string; at: Date }[]>`
        SELECT breach_controller_id AS incident, min(at) AS at FROM breach_informed
        WHERE kind = 'call-made' AND breach_controller_id = ANY (${incidents}::uuid[]) GROUP BY 1`
    : await tx.$queryRaw<{ incident: string; at: Date }[]>`
        SELECT p.id AS incident, min(f.at) AS at FROM breach_controller p
        JOIN breach_notice_fact f ON f.org_id = p.org_id AND f.breach_id = p.breach_id AND f.controller_id = p.controller_id
        WHERE p.id = ANY (${incidents}::uuid[]) AND f.kind = 'call-made'
          AND NOT EXISTS (SELECT FROM breach_notice_fact c WHERE c.org_id = f.org_id AND c.corrects_id = f.id) GROUP BY 1`;
  return new Map(calls.map(({ incident, at }) => [incident, todayIn("Africa/Casablanca", at.getTime())]));
}

export async function findThreadSubject(tx: Tx, noun: ThreadNoun, id: string): Promise<ThreadSubject | null> {
  const [found] = await FIND[noun](tx, named([id]));
  return found ? { ...found, noun } : null;
}

/** Groups ids into a query per noun. */
export async function findThreadSubjects(
  tx: Tx,
  of: readonly { subjectNoun: ThreadNoun; subjectId: string }[],
): Promise<Map<string, ThreadSubject>> {
  const subjects = new Map<string, ThreadSubject>();
  for (const noun of THREAD_NOUNS) {
    const ids = of.filter(({ subjectNoun }) => subjectNoun === noun).map(({ subjectId }) => subjectId);
    if (ids.length === 0) continue;
    for (const found of await FIND[noun](tx, named(ids))) subjects.set(found.id, { ...found, noun });
  }
  return subjects;
}

/** Limit of choices per noun. */
const MOST_ASKABLE = 500;

/** Subjects of every noun in the contact's scope, without drafts, in each noun's order. */
export async function findAskable(tx: Tx): Promise<ThreadSubject[]> {
  const found: ThreadSubject[] = [];
  for (const noun of THREAD_NOUNS)
    for (const row of await FIND[noun](tx, { where: {}, take: MOST_ASKABLE }))
      if (!row.isDraft) found.push({ ...row, noun });
  return found;
}
