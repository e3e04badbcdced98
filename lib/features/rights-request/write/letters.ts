import { answerDue } from "@/lib/domain/rights-request/clock-verdicts";
import { relayStatus } from "@/lib/domain/rights-request/relay-status";
import { identifierIn } from "@/lib/features/choice/read/identifier";
import { publicReferenceOf } from "@/lib/features/rights-request/read/public-reference";
import { openPerson, openWords } from "@/lib/features/rights-request/read/person";
import { findRecipients, type Recipient } from "@/lib/features/rights-request/read/recipients";
import type { ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
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
          template: "rights-request-passed-on",
          params,
          link: `${env().AMANA_URL}/portal/rights-requests/${of.request.id}`,
        }
      : { template: "rights-request-passed-on-whole", params, secrets: personIn(of, to.locale) },
  );
}

/** Confirms to the controller what was carried out, with the certificate. */
export async function queueConfirmation(
  tx: Tx,
  ctx: StaffCtx,
  of: ClockedRequest,
  documentId: string,
): Promise<string[]> {
  return queueToController(tx, ctx, of, (_, params) => ({
    template: "rights-request-carried-out",
    params,
    attachmentId: documentId,
  }));
}

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
  const person = openPerson(of.request.contactSealed);
  const address = identifierIn(person?.contact ?? "");
  if (of.controller === null || address?.kind !== "mail") return null;
  const { legalName } = await tx.organisation.findFirstOrThrow({ select: { legalName: true } });
  const locale = person?.language ?? "fr";
  const { rights, received } = await paramsOf(of, locale, ctx.now.getTime());
  const reference = publicReferenceOf(of.request);
  const letter: Letter = {
    template: "rights-request-answer",
    locale,
    params: { organisation: legalName, controller: of.controller.legalName, reference, rights, received },
    secrets: { words },
    isToDataSubject: true,
    to: { name: "", address: address.value },
    attachmentId: documentId ?? undefined,
  };
  return queueMail(tx, ctx.scope.org, letter, ctx.now);
}

type Written = Pick<Letter, "template" | "params" | "link" | "secrets" | "attachmentId">;

async function queueToController(
  tx: Tx,
  ctx: StaffCtx,
  of: ClockedRequest,
  write: (to: Recipient, params: Letter["params"]) => Written,
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
    const letter = { ...write(to, params), locale: to.locale, to: { name: to.name, address: to.address } };
    ids.push(await queueMail(tx, ctx.scope.org, letter, ctx.now));
  }
  return ids;
}

/** Values of the letters to a controller; what they say of the time is so at `now`. */
async function paramsOf(of: ClockedRequest, locale: Locale, now: number) {
  const t = await translator(locale, "rights-request");
  const { request, receivedAt, clock, file } = of;
  const relay = relayStatus(file, of.relay, now);
  const answerer = file.decision === "execute-and-answer" ? "processor" : "controller";
  return {
    reference: request.reference,
    rights: joinParts(
      request.rights.map((right) => t(`rights.${right}`)),
      locale,
    ),
    received: formatInstant(receivedAt, "Africa/Casablanca", locale, { long: true }),
    due: clock === null ? t("list.noDue") : formatDay(answerDue(clock, file).lastDay, locale, { long: true }),
    timing: of.relay.basis === "contract" ? (relay.state === "late" ? "late" : "intime") : "noterm",
    hours: String(relay.hours),
    answer: file.answered === null ? answerer : "answered",
  };
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
