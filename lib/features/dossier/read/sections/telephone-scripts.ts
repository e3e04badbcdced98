import { createHash } from "node:crypto";
import { approvalOf, isUnproven, isWithdrawnBy } from "@/lib/domain/call-script/approval";
import { doubtsOf, faultsOf, mentionsOf, type ScriptLanguage } from "@/lib/domain/call-script/mentions";
import type { MentionFinding } from "@/lib/domain/telephone-prospecting/script";
import { readersOf } from "@/lib/domain/call-script/readers";
import { todayIn } from "@/lib/domain/time/zones";
import {
  findEditions,
  findReadings,
  findRequests,
  findRetirements,
  type Edition,
  type RequestRow,
} from "@/lib/features/call-script/read/queries";
import { isChosen, type SectionQuery } from "@/lib/features/dossier/read/section";
import { findShownObjections, objectionsCell } from "@/lib/features/dossier/read/objections";
import { findLineSignatures } from "@/lib/features/dossier/read/signatures";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";
import type { TelephoneRow } from "./telephone-row";

/** A version of a script as it was saved; Prisma types it as JSON, and the database lets nobody change it. */
type Snapshot = {
  controllerId: string;
  title: string;
  language: ScriptLanguage;
  isRecorded: boolean | null;
  usedEdition: number | null;
};
type Script = Snapshot & { id: string; reference: string; state: string };

/**
 * Editions of each script until the instant: text, what its controller answered, and how many agents read it. One that was
 * neither used nor put to its controller is a working paper, which nobody outside is given.
 */
export async function* scriptRows(tx: Tx, query: SectionQuery): AsyncGenerator<TelephoneRow> {
  const t = await translator(query.words.locale, "call-script");
  const versions = await tx.callScriptVersion.findMany({
    where: versionsAt(query.at),
    orderBy: { reference: "asc" },
    select: { callScriptId: true, reference: true, state: true, snapshot: true },
  });
  const signaturesOf = await findLineSignatures(tx, "call-script", query.at);
  const objectionsOf = await findShownObjections(tx, query);
  for (const { callScriptId: id, reference, state, snapshot } of versions) {
    const script = { id, reference, state, ...(snapshot as Snapshot) };
    if (!isChosen(query, script.controllerId)) continue;
    const requests = await findRequestsAt(tx, id, query.at);
    const editions = (await findEditions(tx, id)).filter(({ at }) => at <= query.at.getTime());
    const readings = await findReadings(tx, id, query.at);
    const used = await findUsedEditions(tx, id, query.at);
    for (const edition of editions.toReversed())
      if (used.has(edition.edition) || requests.some((request) => request.edition === edition.edition))
        yield describeEdition(script, edition, { query, t, requests, readings, signaturesOf, objectionsOf });
  }
}

/** Editions that a version of the script had in use until the instant. */
async function findUsedEditions(tx: Tx, id: string, at: Date): Promise<ReadonlySet<number>> {
  const versions = await tx.callScriptVersion.findMany({
    where: { callScriptId: id, recordedAt: { lte: at } },
    select: { snapshot: true },
  });
  return new Set(versions.flatMap(({ snapshot }) => (snapshot as Snapshot).usedEdition ?? []));
}

/** Requests as they stood: an answer or a retirement that came later is left out. */
async function findRequestsAt(tx: Tx, id: string, at: Date): Promise<RequestRow[]> {
  const until = at.getTime();
  const retirements = ((await findRetirements(tx, [id])).get(id) ?? []).filter((one) => one <= until);
  return (await findRequests(tx, [id]))
    .filter(({ askedAt }) => askedAt <= until)
    .map((request) => {
      const decision = decisionAt(request, until);
      const { askedAt } = request;
      return { ...request, decision, isWithdrawn: isWithdrawnBy(retirements, { askedAt, decision }) };
    });
}

/** An answer as it stood at an instant: a proof of its author's address that came later holds it back still. */
function decisionAt({ decision }: RequestRow, until: number): RequestRow["decision"] {
  if (!decision || decision.at > until) return null;
  return isUnproven(decision, until) ? { ...decision, heldUntil: null } : decision;
}

type ScriptContext = {
  query: SectionQuery;
  t: Translator;
  requests: readonly RequestRow[];
  readings: Parameters<typeof readersOf>[0];
  signaturesOf: Awaited<ReturnType<typeof findLineSignatures>>;
  objectionsOf: Awaited<ReturnType<typeof findShownObjections>>;
};

function describeEdition(
  { id, reference, state, title, controllerId, language, isRecorded, usedEdition }: Script,
  { edition, text, at }: Edition,
  { query, t, requests, readings, signaturesOf, objectionsOf }: ScriptContext,
): TelephoneRow {
  const { words } = query;
  const isUsed = state === "in-use" && usedEdition === edition;
  const approval = approvalOf(edition, requests);
  const findings = mentionsOf({ text, language, isRecorded }, todayIn("Europe/Paris", query.at.getTime()));
  const readers = readersOf(readings, edition);
  const read = readers.filter(({ readOn }) => readOn !== null).length;
  const digest = createHash("sha256").update(text).digest("hex");
  const controller = query.nameOf(controllerId);
  const answers = requests.filter((one) => one.edition === edition);
  const objections = objectionsOf(answers.map(({ decision }) => decision?.contactId ?? null));
  const answer = answers.findLast((one) => one.decision !== null)?.decision;
  const answered = answer && { outcome: answer.outcome, at: words.instant(answer.at), by: answer.by };
  return {
    kind: "script",
    subject: id,
    cells: {
      reference: words.dossier("edition", { reference, edition }),
      title,
      controller,
      text,
      state: isUsed ? t("usedEdition", { edition }) : t(`states.${unusedState(state)}`),
      recordedAt: words.instant(at),
      fileDigest: digest,
      approval: answer
        ? words.dossier("approved", { ...answered, power: answer.power })
        : t(`approvals.${approval}`),
      counts: t("agents.of", { edition, read, unread: readers.length - read }),
      findings: findings === null ? t("unchecked") : mentionWords(findings, t),
      objections: objectionsCell(objections, words),
    },
    data: {
      reference,
      edition,
      title,
      controller,
      language,
      isUsed,
      approval,
      text,
      textDigest: digest,
      recordedAt: new Date(at).toISOString(),
      agents: readers.length,
      agentsWhoRead: read,
      faults: findings && faultsOf(findings).length,
      signatures: answers.flatMap(({ id: request }) => signaturesOf(request)),
      objections,
      answer: answer
        ? {
            outcome: answer.outcome,
            at: new Date(answer.at).toISOString(),
            by: answer.by,
            power: answer.power,
          }
        : null,
    },
  };
}

/** An edition that is not used, of a script of which another one is. */
function unusedState(state: string): string {
  return state === "in-use" ? "draft" : state;
}

function mentionWords(findings: readonly MentionFinding[], t: Translator): string {
  const [faults, doubts] = [faultsOf(findings).length, doubtsOf(findings).length];
  return faults === 0 && doubts > 0 ? t("doubts", { count: doubts }) : t("faults", { count: faults });
}
