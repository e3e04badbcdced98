import { rightProvisions } from "@/lib/domain/rights-request/right-provisions";
import type { RightId } from "@/lib/domain/rights-request/rights";
import { executionOf, shownState } from "@/lib/domain/rights-request/execution";
import { clockIn, formatOffset, offsetAt, todayIn } from "@/lib/domain/time/zones";
import { firstDue } from "@/lib/domain/rights-request/first-due";
import { timelinessOf } from "@/lib/domain/rights-request/timeliness";
import type { ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import { triesIn } from "@/lib/features/rights-request/read/task-words";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

export type RequestSheet = { name: string; heads: string[]; rows: string[][] };

/** Columns of an export, in their order. */
const COLUMNS = [
  "reference",
  "rights",
  "articles",
  "channel",
  "controller",
  "state",
  "received",
  "theirs",
  "relayed",
  "due",
  "timeliness",
  "confirmed",
  "answered",
  "answeredBy",
  "notReached",
  "tried",
  "closed",
  "erased",
] as const;

/** Every request as a table in one language: what was done and when, nothing of the person. */
export async function requestSheet(
  requests: readonly ClockedRequest[],
  locale: Locale,
  now: number,
): Promise<RequestSheet> {
  const [t, laws] = await Promise.all([translator(locale, "rights-request"), translator(locale, "data-law")]);
  const articlesOf = ({ request, laws: applied }: ClockedRequest) =>
    [
      ...new Set(
        request.rights.flatMap((right) =>
          rightProvisions(right as RightId, applied).map(({ law, article }) =>
            t("provision", { article, law: laws(`names.${law}`) }),
          ),
        ),
      ),
    ].join(", ");
  return {
    name: t("list.title"),
    heads: COLUMNS.map((column) => t(`export.columns.${column}`)),
    rows: requests.map((of) => {
      const { request } = of;
      const values: Record<(typeof COLUMNS)[number], string> = {
        reference: request.reference,
        rights: request.rights.map((right) => t(`rights.${right}`)).join(", "),
        articles: articlesOf(of),
        channel: t(`channels.${request.channel}`),
        controller: of.controller?.legalName ?? "",
        state: t(`states.${shownState(of.file)}`),
        received: clockOf(of.receivedAt),
        theirs: clockOf(of.file.controllerAt),
        relayed: clockOf(of.file.relayed?.at ?? null),
        due: firstDue(of)?.lastDay ?? "",
        timeliness: timelinessOf(of, now)
          .map((code) => t(`timeliness.codes.${code}`))
          .join(", "),
        confirmed: clockOf(of.file.confirmed?.at ?? null),
        answered: clockOf(of.file.answered?.at ?? null),
        answeredBy: of.file.answered?.value.answeredBy
          ? t(`answerers.${of.file.answered.value.answeredBy}`)
          : "",
        notReached: clockOf(of.file.notReached?.at ?? null),
        tried: triesIn(of.file.notReached?.value.tried ?? [], t, locale),
        closed: clockOf(request.closedAt?.getTime() ?? null),
        erased: clockOf(request.erasedAt?.getTime() ?? null),
      };
      return COLUMNS.map((column) => values[column]);
    }),
  };
}

/** Every request as JSON: codes in place of words. `disputed` are references of those that do not agree with the journal. */
export function requestJson(
  requests: readonly ClockedRequest[],
  now: number,
  disputed: readonly string[] = [],
): string {
  const file = {
    format: "amana-rights-requests-1",
    disputed: disputed.length > 0 ? disputed : undefined,
    requests: requests.map((of) => jsonOf(of, now)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function jsonOf(of: ClockedRequest, now: number) {
  const { request, file, facts, clock, relay, controller, receivedAt } = of;
  return {
    reference: request.reference,
    rights: request.rights,
    channel: request.channel,
    state: file.state,
    controller: controller?.legalName ?? null,
    receivedAt: iso(receivedAt),
    controllerReceivedAt: iso(file.controllerAt) || null,
    dueOn: firstDue(of)?.lastDay ?? null,
    timeliness: timelinessOf({ file, relay, clock }, now),
    execution: file.confirmed ? executionOf(file.tasks) : null,
    facts: facts.map(({ number, kind, at, value, authorName }) => ({
      number,
      kind,
      at: iso(at),
      value,
      author: authorName,
    })),
  };
}

/** "2026-03-09 10:30 +00:00" on the clocks of Casablanca, as the screens say it; "" where it did not happen. */
function clockOf(at: number | null): string {
  if (at === null) return "";
  const zone = "Africa/Casablanca";
  return `${todayIn(zone, at)} ${clockIn(zone, at)} ${formatOffset(offsetAt(zone, at))}`;
}

/** Instants of the JSON are those of UTC, in ISO 8601. */
function iso(at: number | null): string {
  return at === null ? "" : new Date(at).toISOString();
}
