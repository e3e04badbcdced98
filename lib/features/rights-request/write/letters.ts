import { executionOf } from "@/lib/domain/rights-request/execution";
import { extentPlaced } from "@/lib/domain/rights-request/extent";
import type { FactValue, SetAsideCause } from "@/lib/domain/rights-request/facts";
import { firstDue, firstReceipt } from "@/lib/domain/rights-request/first-due";
import { relayStatus } from "@/lib/domain/rights-request/relay-status";
import { todayIn } from "@/lib/domain/time/zones";
import { describeTasks, describeTries } from "@/lib/features/rights-request/read/task-words";
import { PERSON_REPLIES } from "@/lib/features/rights-request/write/receipt";
import { identifierIn } from "@/lib/features/choice/read/identifier";
import { isReferenceTold, publicReferenceOf } from "@/lib/features/rights-request/read/public-reference";
import { answerLanguage, openPerson, openWords } from "@/lib/features/rights-request/read/person";
import { findRecipients, type Recipient } from "@/lib/features/rights-request/read/recipients";
import type { ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import { formatDay, formatForController, formatList, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { rightsInvoked } from "@/lib/domain/rights-request/stop-words";
import { extentWords } from "@/lib/i18n/stop-times";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import type { StaffCtx } from "@/lib/platform/request/context";

/**
 * Writes to the controller that a request is its own. Who enters the portal reads the person there; a letter to anybody
 * else holds the person, sealed until it has left. Returns the letters' ids, none where there is no address.
 */
export async function queueRelay(tx: Tx, ctx: StaffCtx, of: ClockedRequest): Promise<string[]> {
  return queueToController(tx, ctx, of, (to, params) =>
    to.hasPortal
      ? {
          template: "rights-request-forwarded",
          params,
          link: portalPage(of),
        }
      : { template: "rights-request-forwarded-whole", params, secrets: personIn(of, to.locale) },
  );
}

/** Tells the controller line by line what its instruction came to, with the document that says so. */
export async function queueConfirmation(
  tx: Tx,
  ctx: StaffCtx,
  of: ClockedRequest,
  documentId: string,
): Promise<string[]> {
  const execution = executionOf(of.file.tasks).replace("-", "");
  return queueToController(tx, ctx, of, async (to, params) => ({
    template: "rights-request-outcome",
    params: Object.assign(params, { execution, lines: await describeTasks(of.file.tasks, to.locale) }),
    attachmentId: documentId,
  }));
}

/** Page of a request in the portal of the controller that has it, or had it before it was set aside. */
function portalPage({ request }: ClockedRequest): string {
  return `${env().AMANA_URL}/portal/rights-requests/${request.id}`;
}

/** Tells the controller that a request it has is set aside, and why; who enters the portal finds it there. */
export async function queueSetAside(
  tx: Tx,
  ctx: StaffCtx,
  of: ClockedRequest,
  cause: SetAsideCause,
): Promise<string[]> {
  return queueToController(tx, ctx, of, (to, params) => ({
    template: "rights-request-set-aside",
    params: Object.assign(params, {
      cause: cause.replace("-", ""),
      portal: to.hasPortal ? "yes" : "no",
    }),
    ...(to.hasPortal && { link: portalPage(of) }),
  }));
}

/** Tells the controller, whose duty the answer is, that its person could not be reached: what was tried, and why it failed. */
export async function queueNotReached(
  tx: Tx,
  ctx: StaffCtx,
  of: ClockedRequest,
  { tried = [], notReachedReason = "" }: FactValue,
): Promise<string[]> {
  return queueToController(tx, ctx, of, async (to, params) => ({
    template: "rights-request-not-reached",
    params: Object.assign(params, {
      tried: await describeTries(tried, to.locale),
      reason: notReachedReason,
      portal: to.hasPortal ? "yes" : "no",
    }),
    ...(to.hasPortal && { link: portalPage(of) }),
  }));
}

const [OWN_REPLY, NAMED_REPLY, UNNAMED_REPLY] = PERSON_REPLIES;

/**
 * Answers the person on the controller's instruction, 12(3), in the language that they chose: the words are sealed with the
 * letter. Returns its id; null where no e-mail address of the person is known.
 */
export async function queueAnswer(
  tx: Tx,
  ctx: StaffCtx,
  of: ClockedRequest,
  { words, documentId }: { words: string; documentId: string | null },
): Promise<string | null> {
  const toPerson = await letterToPerson(tx, ctx, of);
  if (toPerson === null) return null;
  const [principal, ...others] = of.actsFor ?? [];
  // Names one principal alone: of several it is unknown for which the data of this person are processed.
  const isNamed = principal !== undefined && others.length === 0;
  const letter: Letter = {
    ...toPerson,
    template: of.actsFor === null ? OWN_REPLY : isNamed ? NAMED_REPLY : UNNAMED_REPLY,
    params: { ...toPerson.params, ...(isNamed && { principal }) },
    secrets: { words },
    attachmentId: documentId ?? undefined,
  };
  return queueMail(tx, ctx.scope.org, letter, ctx.now);
}

/** Tells the person that its withdrawal is noted. Returns the letter's id; null where no e-mail address of the person is known. */
export async function queueWithdrawalNoted(
  tx: Tx,
  ctx: StaffCtx,
  of: ClockedRequest,
): Promise<string | null> {
  const letter = await letterToPerson(tx, ctx, of);
  if (letter === null) return null;
  return queueMail(tx, ctx.scope.org, { ...letter, template: "rights-request-withdrawal-noted" }, ctx.now);
}

/** A letter to the person for its controller, in the language that it chose; null where no e-mail address of it is known. */
async function letterToPerson(
  tx: Tx,
  ctx: StaffCtx,
  of: ClockedRequest,
): Promise<Omit<Letter, "template"> | null> {
  const person = openPerson(of.request.contactSealed);
  const address = identifierIn(person?.contact ?? "");
  if (of.controller === null || address?.kind !== "mail") return null;
  const { legalName } = await tx.organisation.findFirstOrThrow({ select: { legalName: true } });
  const locale = answerLanguage(person);
  const { rights } = await paramsOf(of, locale, ctx.now.getTime());
  return {
    locale,
    params: {
      organisation: legalName,
      controller: of.controller.legalName,
      reference: publicReferenceOf(of.request),
      rights,
      received: formatDay(todayIn(of.zone, firstReceipt(of)), locale, { long: true }),
      told: isReferenceTold(of) ? "yes" : "no",
    },
    isToDataSubject: true,
    to: { name: "", address: address.value },
  };
}

type Written = Pick<Letter, "template" | "params" | "link" | "secrets" | "attachmentId">;

async function queueToController(
  tx: Tx,
  ctx: StaffCtx,
  of: ClockedRequest,
  write: (to: Recipient, params: Letter["params"]) => Written | Promise<Written>,
): Promise<string[]> {
  const { controller } = of;
  if (controller === null) return [];
  const organisation = await tx.organisation.findFirstOrThrow({ select: { legalName: true } });
  const ids: string[] = [];
  for (const to of await findRecipients(tx, controller.id)) {
    const params = {
      name: to.name,
      organisation: organisation.legalName,
      ...(await paramsOf(of, to.locale, ctx.now.getTime())),
    };
    const letter = {
      ...(await write(to, params)),
      locale: to.locale,
      to: { name: to.name, address: to.address },
    };
    ids.push(await queueMail(tx, ctx.scope.org, letter, ctx.now));
  }
  return ids;
}

/** Values of the letters to a controller; what they say of the time is so at `now`. */
async function paramsOf(of: ClockedRequest, locale: Locale, now: number) {
  const t = await translator(locale, "rights-request");
  const { request, receivedAt, file } = of;
  const due = firstDue(of);
  const relay = relayStatus(file, of.relay, now);
  const principals = of.actsFor && (formatList(of.actsFor, locale) || "none");
  const answerer = file.decision === "execute-and-answer" ? "processor" : "controller";
  return {
    reference: request.reference,
    rights: joinParts(
      [...rightsInvoked(request).map((right) => t(`rights.${right}`)), await extentOf(of, t, locale)],
      locale,
    ),
    received: formatForController(receivedAt, of.zone, locale, { long: true }),
    due: due === null ? "" : formatDay(due.lastDay, locale, { long: true }),
    under: due === null ? "" : t(`dueUnder.${due.by}`),
    // While an unanswered question decides which law sets a term, nothing is said of one.
    // A client that is itself a processor passes the request on: no period is its own.
    lapse: principals === null ? lapseOf(due, now) : "passedon",
    ...(principals !== null && { principals }),
    timing: of.relay.basis === "contract" ? (relay.state === "late" ? "late" : "intime") : "noterm",
    hours: String(relay.hours),
    answer: answerKnown(file) ?? answerer,
  };
}

/** State of the answer to the person; null while nothing is known of it but who owes it. */
function answerKnown({ answered, notReached, unsent }: ClockedRequest["file"]): string | null {
  if (answered !== null) return "answered";
  if (notReached !== null) return "notreached";
  return unsent.answered ? "unsent" : null;
}

function lapseOf(due: ReturnType<typeof firstDue>, now: number): string {
  if (due === null) return "none";
  return due.isPresumed ? "presumed" : now > due.endsAt ? "past" : "ahead";
}

/** Extent to which an objection was narrowed; "" of one that ends everything, and of any other request. */
async function extentOf({ facts }: ClockedRequest, t: Translator, locale: Locale): Promise<string> {
  const extent = extentPlaced(facts);
  const { stops = "everything", stopPurpose, stopTimes } = extent;
  const isWhole = stops === "everything" && stopPurpose === undefined && stopTimes === undefined;
  return isWhole ? "" : extentWords(extent, locale, { t, times: await translator(locale, "ui") });
}

/** Characters of the words in a letter; the portal has them whole. */
const MOST_WORDS = 1200;

function personIn({ request }: ClockedRequest, locale: Locale): Record<string, string> {
  const person = openPerson(request.contactSealed);
  const words = openWords(request.wordsSealed);
  return {
    person:
      joinParts(
        [person?.name, person?.contact].filter((part) => part),
        locale,
      ) || "?",
    words: words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words || "?",
  };
}
