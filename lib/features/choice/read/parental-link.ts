import {
  type AgreementChoice,
  erasureDay,
  isAsked,
  isGiven,
  lastAnswerDay,
  mayDecline,
  parentalState,
} from "@/lib/domain/minor/parental-state";
import type { Power } from "@/lib/domain/minor/authorisation";
import { ownChoice } from "@/lib/domain/minor/own-choice";
import type { ChoiceAct } from "@/lib/domain/choice/choices";
import { todayIn } from "@/lib/domain/time/zones";
import type { Reader } from "@/lib/platform/read/reader";
import { ageOf } from "./authorisations";
import { openPeople } from "./parental-people";

type ParentalRow = {
  org: string;
  link: string;
  consent: string;
  processor: string;
  processor_contact: string;
  processor_address: string;
  controller: string;
  controller_contact: string;
  controller_address: string;
  act: ChoiceAct;
  purpose: string;
  country: string;
  agreed_at: Date;
  valid_until: string | null;
  child_country: string;
  power: Power;
  authorised_on: string | null;
  asked_at: Date;
  people: Uint8Array | null;
  language: "fr" | "en" | "ar";
  choices: (AgreementChoice & { id: string; source: string })[];
};

/** Reads what the link of a scope asks, and where it stands; null where nobody made it. */
export async function askedOfParent(reader: Reader, now: Date) {
  const [row] = await reader.$queryRaw<ParentalRow[]>`SELECT * FROM parental_asked()`;
  if (!row) return null;
  const people = openPeople(row.people);
  const ageOn = ageOf(people, row.child_country);
  const askedAt = row.asked_at.getTime();
  const age = ageOn(todayIn("Europe/Paris", now.getTime()));
  const facts = {
    consentId: row.consent,
    askedAt,
    authorisedOn: row.authorised_on,
    choices: row.choices,
    ageOn,
    // A link that is opened has arrived.
    letter: "delivered",
  };
  const state = parentalState(facts, now.getTime());
  return {
    org: row.org,
    link: row.link,
    state,
    act: row.act,
    purpose: row.purpose,
    country: row.country,
    processor: { name: row.processor, contact: row.processor_contact, address: row.processor_address },
    controller: { name: row.controller, contact: row.controller_contact, address: row.controller_address },
    power: row.power,
    language: row.language,
    authorisedOn: row.authorised_on,
    agreedAt: row.agreed_at.getTime(),
    validUntil: row.valid_until,
    // A personal link shows of the child what tells siblings apart, and no more.
    bornYear: people && people.born.slice(0, "yyyy".length),
    parent: people?.parent ?? null,
    /** Address that the link was sent to, proven by whoever opens it; blank where none was given or it is erased. */
    email: people?.email ?? "",
    answerUntil: lastAnswerDay(askedAt),
    erasedFrom: erasureDay(askedAt),
    aloneFrom: age.kind === "holds" ? age.aloneFrom : null,
    isJoint: age.kind === "holds" && age.isJoint,
    mayAnswer: isAsked(state),
    mayDecline: mayDecline(facts, now.getTime()),
    mayWithdraw: isGiven(state),
    /** True of what holds until the young person, who decides alone by now, chooses: nobody else withdraws it. */
    awaitsOwnChoice: state === "taken-over" && ownChoice(facts, now.getTime()).kind === "holds",
    answers: row.choices.filter(
      ({ consentId, outcome }) => consentId === row.consent && outcome !== "awaiting",
    ),
  };
}
