import { lastOf } from "@/lib/domain/invariant/required";
import type { JsonValue } from "@/lib/domain/journal/canonical";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import {
  findAuthorisations,
  storedRequestOf,
  type AuthorisationRow,
} from "@/lib/features/authorisation/read/queries";
import {
  type Completion,
  type DecisionLetter,
  findCompletions,
  findDecisionLetters,
} from "@/lib/features/authorisation/read/decision-letters";
import { ofChosen, type SectionQuery, defineSection } from "@/lib/features/dossier/read/section";
import {
  type CitedDocument,
  findDocuments,
  findSignatories,
  type Signatory,
} from "@/lib/features/dossier/read/signatories";
import {
  findShownObjections,
  objectionsCell,
  type ShownObjection,
} from "@/lib/features/dossier/read/objections";
import { translator } from "@/lib/i18n/translator";

/** Requests per read: each holds its annexed list. */
const PAGE = 200;

/** Requests and notices of art. 28(2) with every fact that proves them; what the clock makes of each on the day. */
export const authorisationsSection = defineSection({
  columns: [
    "reference",
    "controller",
    "subProcessor",
    "regime",
    "state",
    "sentAt",
    "receivedAt",
    "decidedAt",
    "channel",
    "signatory",
    "power",
    "conditions",
    "textDigest",
    "listDigest",
    "objections",
  ],
  listed: ["reference", "subProcessor", "controller", "state", "decidedAt"],
  async *rows(tx, query) {
    const found = await tx.authorisation.findMany({
      where: { ...ofChosen(query), createdAt: { lte: query.at } },
      orderBy: [{ createdAt: "asc" }, { reference: "asc" }],
      select: { id: true },
    });
    const words = await translator(query.words.locale, "authorisation");
    const states = await translator(query.words.locale, "journal");
    const objectionsOf = await findShownObjections(tx, query);
    const ids = found.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += PAGE)
      for (const row of await findAuthorisations(tx, { id: { in: ids.slice(from, from + PAGE) } })) {
        const signatories = await findSignatories(tx, row, query.at);
        const past = asOf(row, query);
        if (past.facts.length === 0) continue;
        yield describe(past, query, {
          words,
          states,
          signatories,
          objections: objectionsOf([...signatories.values()].map(({ contactId }) => contactId)),
          documents: await findDocuments(tx, past),
          letters: await findDecisionLetters(tx, row.id),
          completions: await findCompletions(tx, row.id),
        });
      }
  },
  async files(tx, { at }, subjects) {
    const certificates = await tx.decisionCertificate.findMany({
      where: { authorisationId: { in: [...subjects] }, issuedAt: { lte: at } },
      select: { documentId: true },
    });
    const facts = await tx.authorisationFact.findMany({
      where: { authorisationId: { in: [...subjects] }, recordedAt: { lte: at }, documentId: { not: null } },
      select: { documentId: true },
    });
    return [...certificates, ...facts].flatMap(({ documentId }) => documentId ?? []);
  },
});

/** The request as its facts had left it; a draft has none and is nobody's evidence. */
function asOf(row: AuthorisationRow, { at }: SectionQuery): AuthorisationRow {
  const facts = row.facts.filter(({ recordedAt }) => recordedAt <= at);
  const receivedAt = row.receivedAt && row.receivedAt <= at ? row.receivedAt : null;
  const conditions = row.conditions.map((one) => ({
    ...one,
    metAt: one.metAt && one.metAt <= at ? one.metAt : null,
  }));
  return { ...row, facts, receivedAt, conditions, state: facts.length > 0 ? lastOf(facts).state : row.state };
}

type Words = Awaited<ReturnType<typeof translator>>;

type Found = {
  words: Words;
  states: Words;
  signatories: ReadonlyMap<string, Signatory>;
  objections: readonly ShownObjection[];
  documents: ReadonlyMap<string, CitedDocument>;
  letters: readonly DecisionLetter[];
  completions: readonly Completion[];
};

function describe(
  row: AuthorisationRow,
  query: SectionQuery,
  { words: t, states, signatories, objections, documents, letters, completions }: Found,
) {
  const { words, at } = query;
  const { state } = authorisationStatusAt(storedRequestOf(row), at.getTime());
  const decision = row.facts.findLast(({ signatory, channel }) => signatory !== "" || channel !== "");
  const controller = query.nameOf(row.controllerId);
  const subProcessor = `${row.subProcessor.reference} ${row.subProcessor.name}`;
  const conditions = row.conditions.map(
    ({ text, metAt }) => `${text} (${words.dossier(metAt ? "met" : "notMet")})`,
  );
  return {
    subject: row.id,
    cells: {
      reference: row.reference,
      controller,
      subProcessor,
      regime: t(`regimes.${row.regime}`),
      state: states(`requestStates.${state}`),
      sentAt: words.instant(row.sentAt),
      receivedAt: words.instant(row.receivedAt),
      decidedAt: words.instant(decision?.at ?? null),
      channel: decision?.channel ? t(`channels.${decision.channel}`) : "",
      signatory: decision?.signatory ?? "",
      power: decision?.power ?? "",
      conditions: conditions.join("\n"),
      textDigest: row.textDigest ?? "",
      listDigest: row.listDigest ?? "",
      objections: objectionsCell(objections, words),
    },
    data: {
      reference: row.reference,
      controller,
      subProcessor: row.subProcessor.reference,
      regime: row.regime,
      days: row.days,
      zone: row.zone,
      state,
      text: row.text,
      textDigest: row.textDigest,
      list: row.list,
      listDigest: row.listDigest,
      sentAt: row.sentAt?.toISOString() ?? null,
      receivedAt: row.receivedAt?.toISOString() ?? null,
      conditions: row.conditions.map(({ text, metAt }) => ({ text, metAt: metAt?.toISOString() ?? null })),
      facts: row.facts.map(({ event, state: reached, at: happened, recordedAt, ...fact }) => ({
        event,
        state: reached,
        at: happened.toISOString(),
        recordedAt: recordedAt.toISOString(),
        channel: fact.channel,
        signatory: fact.signatory,
        capacity: fact.capacity,
        power: fact.power,
        reason: fact.reason,
        source: fact.source,
        textDigest: fact.textDigest,
        listDigest: fact.listDigest,
        signatoryAddress: signatories.get(fact.authorId ?? "")?.address ?? null,
        // Null for "address not proven", and for what was not signed in the portal.
        signatoryProof: signatories.get(fact.authorId ?? "")?.proof ?? null,
        document: documents.get(fact.documentId ?? "") ?? null,
        author: fact.authorName,
      })),
      objections: [...objections],
      // States each as it stands when the dossier is made: a certificate is issued before any of them leaves.
      letters: letters.map(
        ({ number, toName, toAddress, response, status: { id: letter, state: letterState, at: sent } }) => ({
          letter,
          certificate: number,
          toName,
          toAddress,
          response,
          state: letterState,
          at: sent === null ? null : new Date(sent).toISOString(),
        }),
      ),
      // Complete the certificates, each with the instant at which it became known.
      completions: completions.map(({ letterId, number, at: happened, completedAt, ...completion }) => ({
        ...completion,
        letter: letterId,
        certificate: number,
        at: happened.toISOString(),
        completedAt: completedAt.toISOString(),
      })),
    } satisfies JsonValue,
  };
}
