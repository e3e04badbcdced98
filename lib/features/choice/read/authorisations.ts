import { authorisationStatus, type Power } from "@/lib/domain/minor/authorisation";
import { type AgreementChoice, type ParentalFacts, parentalState } from "@/lib/domain/minor/parental-state";
import type { Risk, VerificationMeans } from "@/lib/domain/minor/verification";
import { todayIn } from "@/lib/domain/time/zones";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { findLetterStatuses, type LetterStatus } from "@/lib/platform/mail/letter-status";
import { openPeople, type ParentalPeople } from "./parental-people";
import { LAST_FIRST, STANDING } from "./standing";

const SHOWN = {
  id: true,
  choiceId: true,
  country: true,
  power: true,
  risk: true,
  means: true,
  proof: true,
  authorisedOn: true,
  recordedAt: true,
  authorName: true,
  choice: {
    select: {
      controllerId: true,
      personKey: true,
      act: true,
      purpose: true,
      country: true,
      controller: { select: { id: true, legalName: true, mergedIntoId: true } },
    },
  },
  person: { select: { id: true, peopleSealed: true, tokenHash: true, letterId: true, erasedAt: true } },
} satisfies Prisma.ParentalConsentSelect;
type Row = Prisma.ParentalConsentGetPayload<{ select: typeof SHOWN }>;

/** Authorisation as it stands; people are null once they are erased. */
export type FoundAuthorisation = ReturnType<typeof readRow>;

/** Finds the authorisations of choices, the last first, with where each stands. */
export async function findAuthorisations(tx: Tx, choiceIds: readonly string[], now: number) {
  return findWhere(tx, { choiceId: { in: [...choiceIds] } }, now);
}

/** Finds one by its row, with where it stands. */
export async function findAuthorisation(tx: Tx, id: string, now: number) {
  const [found] = await findWhere(tx, { id }, now);
  return found ?? null;
}

/** Finds those whose people are not erased, for the rule of retention and for dates. */
export function findWithPeople(tx: Tx, now: number): Promise<FoundAuthorisation[]> {
  return findWhere(tx, { person: { erasedAt: null } }, now);
}

/** Rows that one read takes: children whose agreement somebody authorised are few. */
const MOST_ROWS = 2000;

async function findWhere(tx: Tx, where: Prisma.ParentalConsentWhereInput, now: number) {
  const rows = await tx.parentalConsent.findMany({
    where,
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: MOST_ROWS,
    select: SHOWN,
  });
  if (rows.length === 0) return [];
  const keys = rows.map(({ choice }) => choice.personKey);
  const choices = await tx.choice.findMany({
    where: { personKey: { in: keys }, ...STANDING },
    orderBy: LAST_FIRST,
    select: {
      controllerId: true,
      personKey: true,
      act: true,
      purpose: true,
      country: true,
      outcome: true,
      decidedAt: true,
      validUntil: true,
      parentalConsentId: true,
      source: true,
    },
  });
  const letterOf = await findLetterStatuses(
    tx,
    rows.map(({ person }) => person?.letterId ?? null),
  );
  return rows.map((row) => {
    const own = choices.filter((one) => isOf(row.choice, one));
    return readRow(row, { choices: own.map(choiceOf), letter: letterOf(row.person?.letterId ?? null), now });
  });
}

type Agreement = Pick<Row["choice"], "controllerId" | "personKey" | "act" | "purpose" | "country">;

function isOf(agreement: Agreement, one: Agreement): boolean {
  return (
    (["controllerId", "act", "purpose", "country"] as const).every((name) => agreement[name] === one[name]) &&
    Buffer.compare(agreement.personKey, one.personKey) === 0
  );
}

type ChoiceRow = {
  outcome: string;
  decidedAt: Date;
  validUntil: string | null;
  parentalConsentId: string | null;
};

function choiceOf({ outcome, decidedAt, validUntil, parentalConsentId }: ChoiceRow): AgreementChoice {
  return {
    // The database admits no others.
    outcome: outcome as AgreementChoice["outcome"],
    consentId: parentalConsentId,
    decidedAt: decidedAt.getTime(),
    validUntil,
  };
}

type Known = { choices: AgreementChoice[]; letter: LetterStatus | null; now: number };

function readRow(
  { person, choice, country, power, risk, means, ...row }: Row,
  { choices, letter, now }: Known,
) {
  const people = openPeople(person?.peopleSealed ?? null);
  const facts: ParentalFacts = {
    consentId: row.id,
    askedAt: row.recordedAt.getTime(),
    authorisedOn: row.authorisedOn,
    choices,
    ageOn: ageOf(people, country),
    letter: letter?.state ?? null,
  };
  return {
    ...row,
    people,
    country,
    choices,
    letter,
    facts,
    controller: choice.controller,
    about: { act: choice.act, purpose: choice.purpose },
    // The database admits no others.
    power: power as Power,
    risk: risk as Risk,
    means: means as VerificationMeans,
    person: Buffer.from(choice.personKey).toString("hex"),
    personId: person?.id ?? null,
    erasedAt: person?.erasedAt?.getTime() ?? null,
    state: parentalState(facts, now),
    answeredAt:
      choices.find(({ consentId, outcome }) => consentId === row.id && outcome !== "awaiting")?.decidedAt ??
      null,
    age: facts.ageOn(todayIn("Europe/Paris", now)),
  };
}

/** Judges the age of a child on a day, which nobody knows any more once its people are erased. */
export function ageOf(people: ParentalPeople | null, country: string): ParentalFacts["ageOn"] {
  if (people === null) return () => ({ kind: "erased" });
  return (day) => authorisationStatus({ country: country || null, born: people.born }, day);
}
