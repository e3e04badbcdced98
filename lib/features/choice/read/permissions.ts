import { campaignFacts } from "@/lib/domain/campaign/facts";
import { personFacts, type PersonFacts, type ProvenChoice } from "@/lib/domain/campaign/person-facts";
import { CHOICE_ACTS, EVERY_COUNTRY, EVERY_PURPOSE, type ChoiceAct } from "@/lib/domain/choice/choices";
import type { PendingObjection } from "@/lib/domain/choice/pending-objection";
import { judgeIntendedCall } from "@/lib/domain/contact-permission/judge-call";
import { decidePermission, type Permission } from "@/lib/domain/contact-permission/permission";
import { TERRITORIES, type Territory } from "@/lib/domain/telephone-prospecting/territories";
import type { Tightening } from "@/lib/domain/telephone-prospecting/tightening";
import { todayIn } from "@/lib/domain/time/zones";
import { countAttemptsOf, type KnownAttempts } from "@/lib/features/call-log/read/attempts";
import { findProfessional } from "@/lib/features/call-log/read/professional";
import { findRecentLogs } from "@/lib/features/call-log/read/recent-logs";
import { findStartedCampaigns, type CampaignRow } from "@/lib/features/campaign/read/queries";
import { findTightening } from "@/lib/features/telephone/read/house";
import type { Tx } from "@/lib/platform/database/transaction";
import { findChoicesOfPersons } from "./choices-of-persons";
import { findPendingObjections } from "./pending-objections";
import { findControllerNames, type findChoicesOf } from "./queries";

type Row = Awaited<ReturnType<typeof findChoicesOf>>[number];
type Controller = Row["controller"];

type Asked = {
  org: string;
  /** Key of the person, in hex. */
  person: string;
  /** Territory of the number; "none" where calls are of no French rule, "" where nobody knows. */
  territory: Territory | "none" | "";
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
  const { org, person, rows, now } = asked;
  const key = Buffer.from(person, "hex");
  const [house, logs, campaigns, pendingOf] = await Promise.all([
    findTightening(tx),
    findRecentLogs(tx, { at: now }),
    findStartedCampaigns(tx, todayIn("Europe/Paris", now)),
    findPendingObjections(tx, new Set([person]), now),
  ]);
  const attempts = await countAttemptsOf(tx, key, { org, logs, at: now });
  const pending = pendingOf.get(person) ?? [];
  const subjects = [
    ...chosenSubjects(rows),
    ...(await calledSubjects(tx, rows, attempts)),
    ...(asked.territory === "none" ? [] : campaigns.map(subjectOfCampaign)),
  ];
  const permissions: ShownPermission[] = [];
  const known = { ...asked, house, attempts, pending };
  const [choicesOf, professionalOf] = [choiceReader(tx, asked), professionalReader(tx)];
  for (const subject of subjects) {
    const choices = await choicesOf(subject);
    const professional = subject.campaign && (await professionalOf(subject.campaign));
    permissions.push(decideFor(subject, { ...known, choices, professional }));
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

function subjectOfCampaign(campaign: CampaignRow): Subject {
  const { id, legalName, mergedIntoId } = campaign.controller;
  return {
    controller: { id: mergedIntoId ?? id, legalName },
    act: "telephone",
    campaign,
    purpose: campaign.content.product,
    country: EVERY_COUNTRY,
  };
}

type Known = Asked & {
  house: Tightening;
  attempts: readonly KnownAttempts[];
  pending: readonly PendingObjection[];
  choices: readonly ProvenChoice[];
  /** Identifier of who is called for; null outside a campaign. */
  professional: string | null;
};

/** Reads the choices of one person towards a controller about an act, each once however many campaigns it has. */
function choiceReader(tx: Tx, { person, now }: Asked) {
  const read = new Map<string, Promise<ProvenChoice[]>>();
  return ({ controller, act }: Subject): Promise<ProvenChoice[]> => {
    const key = `${controller.id} ${act}`;
    const asked = { controllerId: controller.id, act, at: now };
    const found =
      read.get(key) ??
      findChoicesOfPersons(tx, new Set([person]), asked).then((byPerson) => byPerson.get(person) ?? []);
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

function decideFor(subject: Subject, known: Known): ShownPermission {
  const { controller, campaign, act, purpose, country } = subject;
  const { now, pending, house, territory, choices } = known;
  const attempts = act === "telephone" ? attemptsFor(subject, known) : null;
  const territories = territory === "" ? [...TERRITORIES] : TERRITORIES.filter((one) => one === territory);
  const call = {
    at: now,
    territories,
    house,
    attempts: attempts?.count ?? null,
    campaign: campaign && campaignFacts(campaign.content, campaign.content.numbers[0]?.number ?? null),
  };
  const question = { act, purpose, country, at: now, day: todayIn("Europe/Paris", now) };
  const judge = {
    findingsOf: (facts: PersonFacts) => judgeIntendedCall(call, facts),
    judgesBasis: campaign !== null,
  };
  const isCalled = act === "telephone" && territory !== "none";
  const permission = decidePermission(question, { choices, pending }, isCalled ? judge : null);
  return {
    ...permission,
    controller,
    act,
    purpose,
    country,
    attempts,
    consent: act === "telephone" ? heldConsent(permission, personFacts(choices, question)) : null,
    campaign: campaign && { id: campaign.id, reference: campaign.reference, title: campaign.title },
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
