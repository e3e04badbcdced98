import type { JsonValue } from "@/lib/domain/journal/canonical";
import { answerDue, answeredAt, clockVerdicts } from "@/lib/domain/rights-request/clock-verdicts";
import { shownState } from "@/lib/domain/rights-request/execution";
import type { Fact } from "@/lib/domain/rights-request/facts";
import type { Task } from "@/lib/domain/rights-request/file";
import { writtenReasonFact } from "@/lib/domain/rights-request/instruction-reason";
import {
  isChosen,
  type DossierWords,
  type SectionQuery,
  defineSection,
} from "@/lib/features/dossier/read/section";
import { reasonCell, reasonData, type WrittenReason } from "@/lib/features/dossier/read/written-reason";
import { describeOutcome, triesIn } from "@/lib/features/rights-request/read/task-words";
import { findClockedRequestsAt, type ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import { joinParts } from "@/lib/i18n/format";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";

/**
 * Requests of data subjects, art. 12 to 22, with their clocks and what was executed. Nothing of the person is in it: proofs
 * may name the person, so that their hashes are given and their files are not.
 */
export const requestsSection = defineSection({
  columns: [
    "reference",
    "rights",
    "controller",
    "state",
    "channel",
    "receivedAt",
    "relayedAt",
    "relayClock",
    "controllerAt",
    "answerBy",
    "answeredAt",
    "notReached",
    "answerClock",
    "clearBy",
    "clearClock",
    "decision",
    "instruction",
    "instructionReason",
    "executed",
    "certificate",
  ],
  listed: ["reference", "rights", "controller", "state", "receivedAt", "channel"],
  withholdsFiles: true,
  async *rows(tx, query) {
    const requests = (await findClockedRequestsAt(tx, query.at)).filter(({ request }) =>
      isChosen(query, request.controllerId),
    );
    const beside = { proofs: await findProofs(tx, requests), numbers: await findNumbers(tx, requests) };
    const words = { ...query.words, t: await translator(query.words.locale, "rights-request") };
    for (const request of requests) {
      const controller = query.nameOf(request.request.controllerId);
      const described = { ...beside, controller, words, at: query.at.getTime(), query };
      yield {
        subject: request.request.id,
        cells: cellsOf(request, described),
        data: dataOf(request, described),
      };
    }
  },
});

type Described = {
  controller: string;
  words: DossierWords & { t: Translator };
  at: number;
  query: SectionQuery;
  /** SHA-256 of documents by their id. */
  proofs: ReadonlyMap<string, string>;
  /** Numbers of instructions by their id. */
  numbers: ReadonlyMap<string, string>;
};

function cellsOf(found: ClockedRequest, described: Described) {
  const { controller, words, at, query, proofs, numbers } = described;
  const { request, file, clock, clear, receivedAt } = found;
  const { t, dossier, day, instant, locale } = words;
  const verdicts = clockVerdicts(found, at);
  const clockWords = (name: keyof typeof verdicts) =>
    verdicts[name] === "none" ? "" : dossier(`requestClocks.${verdicts[name]}`);
  const rights = request.rights.map((right) => t(`rights.${right}`));
  const task = (one: Task) => {
    const done = one.answered ? instant(one.answered.at) : "";
    const proof = one.documentId === null ? "" : (proofs.get(one.documentId) ?? "");
    return joinParts([one.name, describeOutcome(one, t), done, proof], locale);
  };
  return {
    reference: request.reference,
    rights: joinParts(rights, locale),
    controller,
    state: t(`states.${shownState(file)}`),
    channel: t(`channels.${request.channel}`),
    receivedAt: instant(receivedAt),
    relayedAt: instant(file.relayed?.at ?? null),
    relayClock: clockWords("relay"),
    controllerAt: instant(file.controllerAt),
    answerBy: day(clock && answerDue(clock, file).lastDay),
    answeredAt: instant(answeredAt(file)),
    notReached: notReachedCell(file, words),
    answerClock: clockWords("answer"),
    clearBy: day(clear?.lastDay ?? null),
    clearClock: clockWords("clear"),
    decision: decisionOf(found, t),
    instruction: numberOf(found, numbers),
    instructionReason: reasonCell(reasonOf(found), query),
    executed: file.tasks.map(task).join("\n"),
    certificate: certificateOf(found, proofs),
  };
}

function dataOf(found: ClockedRequest, { controller, at, query, proofs, numbers }: Described) {
  const { request, file, facts, receivedAt, relay, clock, clear } = found;
  const verdicts = clockVerdicts(found, at);
  return {
    reference: request.reference,
    rights: request.rights,
    controller,
    state: file.state,
    channel: request.channel,
    receivedAt: iso(receivedAt),
    controllerAt: iso(file.controllerAt),
    relay: {
      at: iso(file.relayed?.at ?? null),
      clock: verdicts.relay,
      hours: relay.basis === "contract" ? relay.hours : null,
    },
    answer: {
      by: clock && answerDue(clock, file).lastDay,
      at: iso(answeredAt(file)),
      clock: verdicts.answer,
      from: file.answered?.value.answeredBy ?? null,
      notReached: file.notReached && {
        at: iso(file.notReached.at),
        by: file.notReached.value.triedBy ?? null,
        tried: file.notReached.value.tried ?? [],
      },
    },
    clearDays: { by: clear?.lastDay ?? null, clock: verdicts.clear },
    decision: file.decision,
    ground: file.refused?.value.ground ?? null,
    instruction: numberOf(found, numbers) || null,
    ...reasonData(reasonOf(found), query),
    executed: file.tasks.map(({ kind, name, outcome, reason, answered, documentId }) => ({
      kind,
      name,
      outcome,
      reason,
      at: iso(answered?.at ?? null),
      proof: documentId === null ? null : (proofs.get(documentId) ?? null),
    })),
    certificate: certificateOf(found, proofs) || null,
    facts: facts.map(readFact),
  } satisfies JsonValue;
}

/** Codes alone, and no author: a fact names nobody. */
function readFact({ number, kind, at, recordedAt, value }: Fact) {
  const { decision = null, ground = null, cause = null, means = null, outcome = null } = value;
  const { answeredBy = null, answerMeans = null, answer = null, triedBy = null, tried = [] } = value;
  return {
    number,
    kind,
    at: iso(at),
    recordedAt: iso(recordedAt),
    decision,
    ground,
    cause,
    means,
    outcome,
    answeredBy,
    answerMeans,
    answer,
    triedBy,
    tried,
  };
}

/** Instant, who tried and how, of a person who could not be reached. */
function notReachedCell(
  { notReached }: ClockedRequest["file"],
  { t, instant, locale }: Described["words"],
): string {
  if (notReached === null) return "";
  const { triedBy = "controller", tried = [] } = notReached.value;
  return joinParts([instant(notReached.at), t(`answerers.${triedBy}`), triesIn(tried, t, locale)], locale);
}

function decisionOf({ file }: ClockedRequest, t: Translator): string {
  const ground = file.refused?.value.ground;
  const decision = file.decision === null ? "" : t(`decisions.${file.decision}`);
  return ground ? t(`grounds.${ground}`) : decision;
}

function reasonOf({ facts }: ClockedRequest): WrittenReason | null {
  const fact = writtenReasonFact(facts);
  const text = fact?.value.instructionReason;
  return fact && text ? { text, by: fact.authorName, at: fact.recordedAt } : null;
}

function numberOf({ file }: ClockedRequest, numbers: Described["numbers"]): string {
  return numbers.get(file.instructed?.value.instructionId ?? "") ?? "";
}

function certificateOf({ file }: ClockedRequest, proofs: Described["proofs"]): string {
  return proofs.get(file.confirmed?.value.documentId ?? "") ?? "";
}

async function findProofs(tx: Tx, requests: readonly ClockedRequest[]): Promise<Map<string, string>> {
  const ids = requests.flatMap(({ facts }) => facts.flatMap(({ value }) => value.documentId ?? []));
  const rows = await tx.attachment.findMany({
    where: { id: { in: ids } },
    select: { id: true, sha256: true },
  });
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}

async function findNumbers(tx: Tx, requests: readonly ClockedRequest[]): Promise<Map<string, string>> {
  const ids = requests.flatMap(({ file }) => file.instructed?.value.instructionId ?? []);
  const rows = await tx.instruction.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
