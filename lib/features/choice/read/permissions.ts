import { campaignFacts } from "@/lib/domain/campaign/facts";
import { personFacts, type PersonFacts } from "@/lib/domain/campaign/person-facts";
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
  for (const subject of subjects)
    permissions.push(await decideFor(tx, subject, { ...asked, house, attempts, pending }));
  return { pending, permissions };
}

function chosenSubjects(rows: readonly Row[]): Subject[] {
  const controllers = new Map(rows.map(({ controller }) => [controller.id, controller]));
  return [...controllers.values()].flatMap((controller) => {
    const own = rows.filter((row) => row.controller.id === controller.id);
    return CHOICE_ACTS.flatMap((act) =>
      scopesOf(own.filter((row) => row.act === act)).map((scope) => ({
        ...scope,
        ...{ controller, act, campaign: null },
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
    ...{ controller, act: "telephone", campaign: null },
    ...{ purpose: EVERY_PURPOSE, country: EVERY_COUNTRY },
  }));
}

function subjectOfCampaign(campaign: CampaignRow): Subject {
  const { id, legalName, mergedIntoId } = campaign.controller;
  return {
    ...{ controller: { id: mergedIntoId ?? id, legalName }, act: "telephone", campaign },
    ...{ purpose: campaign.content.product, country: EVERY_COUNTRY },
  };
}

type Known = Asked & {
  house: Tightening;
  attempts: readonly KnownAttempts[];
  pending: readonly PendingObjection[];
};

async function decideFor(tx: Tx, subject: Subject, known: Known): Promise<ShownPermission> {
  const { controller, campaign, act, purpose, country } = subject;
  const { person, now, pending, house, territory } = known;
  const found = await findChoicesOfPersons(tx, new Set([person]), {
    controllerId: controller.id,
    act,
    at: now,
  });
  const attempts = act === "telephone" ? await attemptsFor(tx, subject, known.attempts) : null;
  const territories = territory === "" ? [...TERRITORIES] : TERRITORIES.filter((one) => one === territory);
  const call = {
    ...{ at: now, territories, house, attempts: attempts?.count ?? null },
    campaign: campaign && campaignFacts(campaign.content, campaign.content.numbers[0]?.number ?? null),
  };
  const question = { act, purpose, country, at: now, day: todayIn("Europe/Paris", now) };
  const choices = found.get(person) ?? [];
  const judge = {
    findingsOf: (facts: PersonFacts) => judgeIntendedCall(call, facts),
    judgesBasis: campaign !== null,
  };
  const isCalled = act === "telephone" && territory !== "none";
  const permission = decidePermission(question, { choices, pending }, isCalled ? judge : null);
  return {
    ...permission,
    ...{ controller, act, purpose, country, attempts },
    consent: act === "telephone" ? heldConsent(permission, personFacts(choices, question)) : null,
    campaign: campaign && { id: campaign.id, reference: campaign.reference, title: campaign.title },
  };
}

/** Attempts for the professional of a campaign, or the most for any for which a controller has people called. */
async function attemptsFor(tx: Tx, { controller, campaign }: Subject, attempts: readonly KnownAttempts[]) {
  const professional =
    campaign &&
    (await findProfessional(tx, {
      controllerId: campaign.controllerId,
      professional: campaign.content.professional,
    }));
  const own = attempts.filter(({ professionalId, controllerIds }) =>
    professional ? professionalId === professional : controllerIds.has(controller.id),
  );
  return own.toSorted((a, b) => b.count - a.count)[0] ?? null;
}

function heldConsent({ reasons }: Permission, { consent }: PersonFacts): ShownPermission["consent"] {
  const isAgreed = reasons.some((one) => one.kind === "choice" && one.reason === "agreed");
  return isAgreed && consent !== "none" ? consent : null;
}
