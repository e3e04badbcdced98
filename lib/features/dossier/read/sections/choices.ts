import type { JsonValue } from "@/lib/domain/journal/canonical";
import { personDigest } from "@/lib/features/choice/read/person-digest";
import { readTimes } from "@/lib/features/choice/read/times";
import { sha256 } from "@/lib/platform/files/chunks";
import { ofChosen, type SectionQuery, defineSection } from "@/lib/features/dossier/read/section";
import { joinParts } from "@/lib/i18n/format";
import { stopTimesWords } from "@/lib/i18n/stop-times";
import { translator, type Translator } from "@/lib/i18n/translator";
import { shownOutcome } from "@/lib/domain/choice/choices";
import { findChoicesAt, type ChoiceAt } from "./choice-rows";

/**
 * Choices of single persons, with what proves each, 7(1), and authorisations for children, 8(1) and (2). A person is a digest; proofs
 * that somebody typed may name one, and are given by their digest. Agreements of a file stand in its hash and counts.
 */
export const choicesSection = defineSection({
  columns: [
    "reference",
    "controller",
    "kind",
    "person",
    "about",
    "state",
    "chosenAt",
    "recordedAt",
    "holdsUntil",
    "channel",
    "proof",
    "authorisation",
    "corrects",
  ],
  listed: ["reference", "about", "state", "chosenAt", "controller", "kind", "person"],
  withholdsFiles: true,
  async *rows(tx, query) {
    const { locale } = query.words;
    const described = {
      query,
      choice: await translator(locale, "choice"),
      minor: await translator(locale, "minor"),
      ui: await translator(locale, "ui"),
    };
    for await (const row of findChoicesAt(tx, query.at, ofChosen(query))) {
      yield choiceRow(row, described);
      for (const authorisation of row.authorisations) yield authorisationRow(row, authorisation, described);
    }
  },
});

type Described = { query: SectionQuery; choice: Translator; minor: Translator; ui: Translator };

function choiceRow(row: ChoiceAt, described: Described) {
  const { query, choice } = described;
  const { words } = query;
  const proof = shownProof(row);
  return {
    subject: row.id,
    cells: {
      reference: reference(row.id),
      controller: query.nameOf(row.controllerId),
      kind: words.dossier("choiceKinds.choice"),
      person: personOf(row),
      about: aboutOf(row, described),
      state: choice(`outcomes.${shownOutcome(row)}`),
      chosenAt: words.instant(row.decidedAt),
      recordedAt: words.instant(row.recordedAt),
      holdsUntil: words.day(row.validUntil),
      channel: choice(`sources.${row.source}`),
      proof: proof ?? "",
      authorisation: row.parentalConsentId === null ? "" : reference(row.parentalConsentId),
      corrects: row.correctsId === null ? "" : reference(row.correctsId),
    },
    data: {
      ...stated(row, query),
      kind: "choice",
      outcome: row.outcome,
      decidedAt: row.decidedAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
      validUntil: row.validUntil,
      callAt: row.callAt?.toISOString() ?? null,
      callZone: row.callZone,
      times: row.times as JsonValue,
      source: row.source,
      page: row.consentPage,
      proof,
      authorisation: row.parentalConsentId && reference(row.parentalConsentId),
      corrects: row.correctsId && reference(row.correctsId),
      correction: row.correction,
    },
  };
}

type AuthorisationAt = ChoiceAt["authorisations"][number];

/** Says who was to authorise by power and means alone; the answers through a link are choices, which name it. */
function authorisationRow(row: ChoiceAt, of: AuthorisationAt, described: Described) {
  const { query, choice, minor } = described;
  const { words } = query;
  const isAsked = of.authorisedOn === null;
  const means = isAsked ? words.dossier("authorised.byLink") : minor(`means.${of.means}`);
  const how = [choice(`authorisation.powers.${of.power}`), means, words.country(of.country)];
  const proof = of.proof === "" ? null : digestOf(of.proof);
  return {
    subject: row.id,
    cells: {
      reference: reference(of.id),
      controller: query.nameOf(row.controllerId),
      kind: words.dossier("choiceKinds.authorisation"),
      person: personOf(row),
      about: aboutOf(row, described),
      state: words.dossier(`authorised.${isAsked ? "asked" : "recorded"}`),
      chosenAt: words.day(of.authorisedOn),
      recordedAt: words.instant(of.recordedAt),
      holdsUntil: "",
      channel: "",
      proof: proof ?? "",
      authorisation: joinParts(how.filter(Boolean), words.locale),
      corrects: reference(row.id),
    },
    data: {
      ...stated(row, query),
      kind: "authorisation",
      reference: reference(of.id),
      of: reference(row.id),
      power: of.power,
      risk: of.risk,
      means: of.means,
      childCountry: of.country || null,
      authorisedOn: of.authorisedOn,
      recordedAt: of.recordedAt.toISOString(),
      proof,
      peopleDigest: Buffer.from(of.peopleDigest).toString("hex"),
    },
  };
}

function stated(row: ChoiceAt, { nameOf }: SectionQuery) {
  return {
    reference: reference(row.id),
    controller: nameOf(row.controllerId),
    person: personOf(row),
    act: row.act,
    purpose: row.purpose,
    country: row.country,
  };
}

/** Words of the act, its purpose or country, and the times to which a refusal is limited. */
function aboutOf(row: ChoiceAt, { query, choice, ui }: Described): string {
  const { words } = query;
  const country = row.country === "" ? "" : words.country(row.country);
  const times = stopTimesWords(readTimes(row.times), words.locale, ui as (key: string) => string);
  const call = row.callAt === null ? "" : words.instant(row.callAt);
  const parts = [choice(`acts.${row.act}`), row.purpose, country, call, times];
  return joinParts(parts.filter(Boolean), words.locale);
}

/** The end of a row's id, as the person's receipt gives it. */
function reference(id: string): string {
  return id.slice(-12);
}

function personOf({ personKey }: ChoiceAt): string {
  return personDigest(Buffer.from(personKey).toString("hex"));
}

/** Gives what a link or the product itself wrote, a hash of the words shown; whatever was typed may name the person. */
function shownProof({ source, proof }: ChoiceAt): string | null {
  if (proof === "") return null;
  return source === "consultation" ? proof : digestOf(proof);
}

function digestOf(text: string): string {
  return `SHA-256 ${sha256(new TextEncoder().encode(text))}`;
}
