import {
  consultationContentSchema,
  isAnswerTo,
  type ConsultationContent,
  type Question,
} from "@/lib/domain/consultation/content";
import type { JsonValue } from "@/lib/domain/journal/canonical";
import { isGiven } from "@/lib/domain/lifecycle/given";
import { countAnswers, countPeopleAt, type AnswerCount } from "@/lib/features/consultation/read/people";
import { isChosen, type SectionQuery, defineSection } from "@/lib/features/dossier/read/section";
import { reasonCell, reasonData, reasonOfVersions } from "@/lib/features/dossier/read/written-reason";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";

/** A version of a consultation as it was saved; Prisma types it as JSON, and the database lets nobody change it. */
type Snapshot = { title: string; controllerId: string; instructionId: string | null; content: unknown };

/** Consultations of persons on a controller's instruction, art. 7 and 28(3)(a): a line for each question, and no person. */
export const consultationsSection = defineSection({
  columns: [
    "reference",
    "title",
    "controller",
    "state",
    "instruction",
    "instructionReason",
    "openedOn",
    "firstDay",
    "lastDay",
    "linksSentAt",
    "peopleCount",
    "linksCount",
    "answeredCount",
    "question",
    "wording",
    "allowedCount",
    "refusedCount",
    "withdrawnCount",
    "awaitingCount",
  ],
  listed: ["reference", "title", "question", "controller", "state", "openedOn", "instruction"],
  async *rows(tx, query) {
    const words = await translator(query.words.locale, "consultation");
    const acts = await translator(query.words.locale, "choice");
    for (const { id, reference, state, snapshot } of await findVersionsAt(tx, query)) {
      const { title, controllerId, instructionId } = snapshot;
      const content = consultationContentSchema.parse(snapshot.content);
      const facts = await findSending(tx, { id, instructionId }, query.at);
      const people = await countPeopleAt(tx, id, query.at);
      const answers = await countAnswers(tx, id, query.at);
      const controller = query.nameOf(controllerId);
      const stated = { reference, title, controller, state };
      for (const question of questionsOf(content)) {
        const answered = answersTo(question, answers);
        const subject = question && subjectWords(question, acts, query);
        yield {
          subject: id,
          cells: {
            reference,
            title,
            controller,
            state: words(`states.${state}`),
            instruction: facts.instruction ?? "",
            instructionReason: reasonCell(facts.reason, query),
            openedOn: query.words.day(facts.openedOn),
            firstDay: query.words.day(content.firstDay),
            lastDay: query.words.day(content.lastDay),
            linksSentAt: query.words.instant(facts.sentAt),
            peopleCount: count(people.people, query),
            linksCount: count(people.sent, query),
            answeredCount: count(people.answered, query),
            question: subject ?? "",
            wording: question?.[query.words.locale] ?? "",
            allowedCount: count(answered.allowed, query),
            refusedCount: count(answered.refused, query),
            withdrawnCount: count(answered.withdrawn, query),
            awaitingCount: count(answered.awaiting, query),
          },
          data: {
            ...stated,
            ...reasonData(facts.reason, query),
            instruction: facts.instruction,
            openedOn: facts.openedOn,
            firstDay: content.firstDay,
            lastDay: content.lastDay,
            months: content.months,
            sentAt: facts.sentAt?.toISOString() ?? null,
            people: { ...people },
            question: question && { ...question, ...answered },
          } satisfies JsonValue,
        };
      }
    }
  },
});

/** A consultation without a question has one line all the same. */
function questionsOf({ questions }: ConsultationContent): (Question | null)[] {
  return questions.length === 0 ? [null] : questions;
}

function answersTo(question: Question | null, answers: readonly AnswerCount[]) {
  const own = question && answers.find((one) => isAnswerTo(one, question));
  const { allowed = 0, refused = 0, withdrawn = 0, awaiting = 0 } = own ?? {};
  return { allowed, refused, withdrawn, awaiting };
}

function subjectWords(
  { act, purpose, country }: Question,
  acts: Awaited<ReturnType<typeof translator>>,
  { words }: SectionQuery,
): string {
  const name = act === null ? "" : acts(`acts.${act}`);
  return [name, act === "transfer" ? words.country(country || null) : purpose].filter(Boolean).join(" · ");
}

function count(value: number, { words }: SectionQuery): string {
  return formatNumber(value, words.locale);
}

async function findVersionsAt(tx: Tx, query: SectionQuery) {
  const rows = await tx.consultationVersion.findMany({
    where: versionsAt(query.at),
    orderBy: { reference: "asc" },
    select: { consultationId: true, reference: true, state: true, snapshot: true },
  });
  return rows
    .map(({ consultationId: id, snapshot, ...row }) => ({ id, ...row, snapshot: snapshot as Snapshot }))
    .filter(({ state, snapshot }) => isGiven(state) && isChosen(query, snapshot.controllerId));
}

type Sent = { id: string; instructionId: string | null };

/** Finds when it was opened and its links left, and on which instruction. */
async function findSending(tx: Tx, { id, instructionId }: Sent, at: Date) {
  const opened = await tx.consultationFact.findFirst({
    where: { consultationId: id, event: "open", recordedAt: { lte: at } },
    select: { factOn: true },
  });
  const row = await tx.consultation.findFirstOrThrow({ where: { id }, select: { mailedAt: true } });
  const handed = await tx.consultationPerson.aggregate({
    where: { consultationId: id, handedAt: { lte: at } },
    _min: { handedAt: true },
  });
  const instruction = instructionId
    ? await tx.instruction.findFirst({ where: { id: instructionId }, select: { number: true } })
    : null;
  const versions = await tx.consultationVersion.findMany({
    where: { consultationId: id, recordedAt: { lte: at } },
    orderBy: { version: "asc" },
    select: { recordedAt: true, authorName: true, snapshot: true },
  });
  const mailedAt = row.mailedAt && row.mailedAt <= at ? row.mailedAt : null;
  return {
    reason: reasonOfVersions(versions),
    openedOn: opened?.factOn ?? null,
    sentAt: mailedAt ?? handed._min.handedAt,
    instruction: instruction?.number ?? null,
  };
}
