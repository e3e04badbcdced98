import { campaignFacts } from "@/lib/domain/campaign/facts";
import { personFacts, type PersonFacts, type ProvenChoice } from "@/lib/domain/campaign/person-facts";
import { appointmentsAhead } from "@/lib/domain/choice/appointment";
import {
  APPOINTMENT,
  CHOICE_ACTS,
  EVERY_COUNTRY,
  EVERY_PURPOSE,
  type ChoiceAct,
} from "@/lib/domain/choice/choices";
import type { ReadinessReason } from "@/lib/domain/campaign/readiness";
import type { PendingObjection } from "@/lib/domain/choice/pending-objection";
import { judgeIntendedCall, judgeIntendedMessage } from "@/lib/domain/contact-permission/judge-call";
import { outsideFinding, territoriesOfCall } from "@/lib/domain/campaign/called-place";
import { callsFrance, mayCall } from "@/lib/domain/campaign/places";
import {
  decidePermission,
  type Abroad,
  type CallJudge,
  type Permission,
} from "@/lib/domain/contact-permission/permission";
import { isFrenchPlace, TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import type { Tightening } from "@/lib/domain/telephone-prospecting/tightening";
import { todayIn } from "@/lib/domain/time/zones";
import { countAttemptsOf, type KnownAttempts } from "@/lib/features/call-log/read/attempts";
import { findProfessional } from "@/lib/features/call-log/read/professional";
import { findRecentLogs } from "@/lib/features/call-log/read/recent-logs";
import { findStartedCampaigns, type CampaignRow } from "@/lib/features/campaign/read/queries";
import { findOwnLacks } from "@/lib/features/campaign/read/readiness";
import { findTightening } from "@/lib/features/telephone/read/house";
import type { Tx } from "@/lib/platform/database/transaction";
import { findAppointments, type ShownAppointment } from "./appointments";
import { findChoicesOfPersons } from "./choices-of-persons";
import { findPendingObjections } from "./pending-objections";
import { findControllerNames, type findChoicesOf } from "./queries";

type Row = Awaited<ReturnType<typeof findChoicesOf>>[number];
type Controller = Row["controller"];

type Asked = {
  org: string;
  /** Keys under which the person may stand, in hex. */
  keys: readonly string[];
  /** Territory or country of the number; "none" of an address or where no country has it, "" where nobody knows. */
  territory: string;
  rows: readonly Row[];
  now: number;
};

/** Permission to act now towards a person for one controller, or within one campaign of it. */
export type ShownPermission = Permission & {
  controller: Controller;
  campaign: Pick<CampaignRow, "id" | "reference" | "title"> | null;
  act: ChoiceAct;
  purpose: string;
  country: string;
  /** Attempts that logs tell of; null where no log does, or none is asked for. */
  attempts: Pick<KnownAttempts, "count" | "loggedUntil"> | null;
  /** Consent to be called that holds, with what its wording says. */
  consent: Exclude<PersonFacts["consent"], "none" | null> | null;
  /** Appointments that are still to be kept, the next one first. */
  appointments: readonly ShownAppointment[];
};

type Subject = Pick<ShownPermission, "controller" | "act" | "purpose" | "country"> & {
  campaign: CampaignRow | null;
};

/**
 * Decides what may be done now towards a person: for every act and purpose that they chose about, for every controller
 * whose logs tell of calls to them, and within every campaign that runs today.
 */
export async function findPermissions(
  tx: Tx,
  asked: Asked,
): Promise<{ pending: PendingObjection[]; permissions: ShownPermission[] }> {
  const { org, keys, rows, now } = asked;
  const [house, logs, campaigns, pendingOf] = await Promise.all([
    findTightening(tx),
    findRecentLogs(tx, { at: now }),
    findStartedCampaigns(tx, todayIn("Europe/Paris", now)),
    findPendingObjections(tx, new Set(keys), now),
  ]);
  const appointmentsBy = await findAppointments(tx, keys);
  const attempts = await countAttemptsOf(tx, keys, { org, logs, at: now });
  const pending = [...new Map([...pendingOf.values()].flat().map((one) => [one.id, one])).values()];
  const subjects = [
    ...chosenSubjects(rows),
    ...(await calledSubjects(tx, rows, attempts)),
    ...appointedSubjects(rows),
    ...campaigns.flatMap((campaign) => subjectsOfCampaign(campaign, asked.territory)),
  ];
  const permissions: ShownPermission[] = [];
  const known = { ...asked, house, attempts, pending };
  const [choicesOf, professionalOf] = [choiceReader(tx, asked), professionalReader(tx)];
  for (const subject of subjects) {
    const choices = await choicesOf(subject);
    const appointments = appointmentsBy.get(subject.controller.id) ?? [];
    const professional = subject.campaign && (await professionalOf(subject.campaign));
    const lacks = await lacksOf(tx, subject, now);
    permissions.push(decideFor(subject, { ...known, choices, appointments, professional, lacks }));
  }
  return { pending, permissions };
}

function chosenSubjects(rows: readonly Row[]): Subject[] {
  const controllers = new Map(rows.map(({ controller }) => [controller.id, controller]));
  return [...controllers.values()].flatMap((controller) => {
    const own = rows.filter((row) => row.controller.id === controller.id);
    return CHOICE_ACTS.flatMap((act) =>
      scopesOf(own.filter((row) => row.act === act)).map((scope) => ({
        ...scope,
        controller,
        act,
        campaign: null,
      })),
    );
  });
}

/** Controllers with which a person has an appointment and about whose calls it chose nothing else. */
function appointedSubjects(rows: readonly Row[]): Subject[] {
  const chosen = new Set(
    rows.filter(({ act }) => act === "telephone").map(({ controller }) => controller.id),
  );
  const appointed = rows.filter(({ act, controller }) => act === APPOINTMENT && !chosen.has(controller.id));
  const controllers = new Map(appointed.map(({ controller }) => [controller.id, controller]));
  return [...controllers.values()].map((controller) => ({
    controller,
    act: "telephone" as const,
    campaign: null,
    purpose: EVERY_PURPOSE,
    country: EVERY_COUNTRY,
  }));
}

/** Lists what a person's choices are about, each purpose to each country once. */
function scopesOf(rows: readonly Row[]) {
  const scopes = new Map(
    rows.map(({ purpose, country }) => [JSON.stringify([purpose, country]), { purpose, country }]),
  );
  return [...scopes.values()];
}

/** Controllers whose logs tell of calls to a person who chose nothing about calls towards them. */
async function calledSubjects(
  tx: Tx,
  rows: readonly Row[],
  attempts: readonly KnownAttempts[],
): Promise<Subject[]> {
  const chosen = new Set(
    rows.filter(({ act }) => act === "telephone").map(({ controller }) => controller.id),
  );
  const called = attempts.filter(({ count }) => count > 0).flatMap(({ controllerIds }) => [...controllerIds]);
  const controllers = await findControllerNames(
    tx,
    called.filter((id) => !chosen.has(id)),
  );
  return controllers.map((controller) => ({
    controller,
    act: "telephone",
    campaign: null,
    purpose: EVERY_PURPOSE,
    country: EVERY_COUNTRY,
  }));
}

/** Calls of a campaign that may be to a number of the country, and its messages, which go to addresses too. */
function subjectsOfCampaign(campaign: CampaignRow, territory: string): Subject[] {
  const { id, legalName, mergedIntoId } = campaign.controller;
  const { content } = campaign;
  const subject = {
    controller: { id: mergedIntoId ?? id, legalName },
    campaign,
    purpose: content.product,
    country: EVERY_COUNTRY,
  };
  const isCalled =
    isFrenchPlace(territory) || territory === "" ? callsFrance(content) : mayCall(content, territory);
  return [
    ...(isCalled && territory !== "none" ? [{ ...subject, act: "telephone" as const }] : []),
    ...(content.writes === "yes" && (isCalled || territory === "none")
      ? [{ ...subject, act: "mail" as const }]
      : []),
  ];
}

type Known = Asked & {
  house: Tightening;
  attempts: readonly KnownAttempts[];
  pending: readonly PendingObjection[];
  choices: readonly ProvenChoice[];
  /** Appointments with the controller, whatever they are about. */
  appointments: readonly ShownAppointment[];
  /** Identifier of who is called for; null outside a campaign. */
  professional: string | null;
  lacks: readonly ReadinessReason[];
};

/** Reads the choices of one person towards a controller about an act, each once however many campaigns it has. */
function choiceReader(tx: Tx, { keys, now }: Asked) {
  const read = new Map<string, Promise<ProvenChoice[]>>();
  return ({ controller, act }: Subject): Promise<ProvenChoice[]> => {
    const key = `${controller.id} ${act}`;
    const asked = { controllerId: controller.id, act, at: now };
    const found =
      read.get(key) ??
      findChoicesOfPersons(tx, new Set(keys), asked).then((found) => [...found.values()].flat());
    read.set(key, found);
    return found;
  };
}

/** Reads for whom campaigns call, each name of a controller once. */
function professionalReader(tx: Tx) {
  const read = new Map<string, Promise<string>>();
  return ({ controllerId, content: { professional } }: CampaignRow): Promise<string> => {
    const key = `${controllerId} ${professional}`;
    const found = read.get(key) ?? findProfessional(tx, { controllerId, professional });
    read.set(key, found);
    return found;
  };
}

/** Reads what the campaign of a call or message lacks by itself today. */
async function lacksOf(tx: Tx, { campaign, act }: Subject, now: number): Promise<ReadinessReason[]> {
  if (!campaign) return [];
  const channel = act === "telephone" ? "voice" : "written";
  return findOwnLacks(tx, campaign, { at: now, day: todayIn("Europe/Paris", now), channel });
}

function decideFor(subject: Subject, known: Known): ShownPermission {
  const { controller, campaign, act, purpose, country } = subject;
  const { now, pending, choices, appointments, lacks } = known;
  const attempts = act === "telephone" ? attemptsFor(subject, known) : null;
  const question = { act, purpose, country, at: now, day: todayIn("Europe/Paris", now) };
  const permission = decidePermission(
    question,
    { choices, pending, appointments, lacks },
    judgeFor(subject, known, attempts?.count ?? null),
  );
  return {
    ...permission,
    controller,
    act,
    purpose,
    country,
    attempts,
    appointments: act === "telephone" ? appointmentsAhead(appointments, now) : [],
    consent: act === "telephone" ? heldConsent(permission, personFacts(choices, question)) : null,
    campaign: campaign && { id: campaign.id, reference: campaign.reference, title: campaign.title },
  };
}

/** Judge of a call, or of a message within a campaign; null for an act without rules of its own. */
function judgeFor(
  { act, campaign }: Subject,
  { territory, now, house }: Known,
  attempts: number | null,
): CallJudge | Abroad | null {
  const isMessage = act === "mail" && campaign !== null;
  if (act !== "telephone" && !isMessage) return null;
  const isFrench = isFrenchPlace(territory);
  // An address is of no country, and its message is judged by what the campaign states.
  if (territory !== "" && !isFrench && !(isMessage && territory === "none"))
    return { abroad: territory === "none" ? null : territory };
  const content = campaign?.content;
  const stated = content ? campaignFacts(content, content.numbers[0]?.number ?? null) : null;
  const numbered = isFrench ? [territory] : [...TERRITORIES];
  const territories = content && isFrench ? territoriesOfCall(content, territory) : numbered;
  const call = { at: now, territories, house };
  if (isMessage && stated)
    return {
      judgesBasis: true,
      findingsOf: (facts) => judgeIntendedMessage({ ...call, campaign: stated }, facts),
    };
  const outside = content && isFrench ? outsideFinding(content, territory) : null;
  const judged = { ...call, attempts, campaign: stated };
  return {
    judgesBasis: campaign !== null,
    findingsOf: (facts) => [...judgeIntendedCall(judged, facts), ...(outside ? [outside] : [])],
  };
}

/** Attempts for the professional of a campaign, or the most for any for which a controller has people called. */
function attemptsFor({ controller }: Subject, { professional, attempts }: Known): KnownAttempts | null {
  const own = attempts.filter(({ professionalId, controllerIds }) =>
    professional ? professionalId === professional : controllerIds.has(controller.id),
  );
  return own.toSorted((a, b) => b.count - a.count)[0] ?? null;
}

function heldConsent({ reasons }: Permission, { consent }: PersonFacts): ShownPermission["consent"] {
  const isAgreed = reasons.some((one) => one.kind === "choice" && one.reason === "agreed");
  return isAgreed && consent !== "none" ? consent : null;
}
