import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { LetterState } from "@/components/ui/letter-state";
import { Day } from "@/components/ui/deadline";
import type { Fact, FactKind } from "@/lib/domain/rights-request/facts";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { formatInstant, joinParts } from "@/lib/i18n/format";
import { stopTimesWords } from "@/lib/i18n/stop-times";
import { UnsentMark } from "./unsent-mark";

const OF_STEWARDS: readonly FactKind[] = ["not-ours", "reopened", "confirmed", "closed"];
/** Acts that have their own place on the page, or their own verb. */
const ELSEWHERE: readonly FactKind[] = ["task-answered", "erased"];

/** Offers what may be recorded now, in the order of the life's table. */
export function ActsPart({ org, it }: { org: string; it: LoadedRequest }) {
  const t = useTranslations("rights-request");
  const offered = it.events.filter(
    (kind) => !ELSEWHERE.includes(kind) && (OF_STEWARDS.includes(kind) ? it.may.decide : it.may.write),
  );
  return (
    <Part id="acts" title={t("acts.title")}>
      {offered.length === 0 && <p className="muted mt-2">{t("acts.none")}</p>}
      <p className="mt-2 flex flex-wrap gap-2 print:hidden">
        {offered.map((kind) => (
          <LinkButton key={kind} href={`/${org}/rights-requests/${it.id}/event?kind=${kind}`}>
            {t(`kinds.${kind}.act`)}
          </LinkButton>
        ))}
      </p>
    </Part>
  );
}

export function LifePart({ org, it }: { org: string; it: LoadedRequest }) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  const instant = (at: number) => formatInstant(at, "Africa/Casablanca", locale);
  return (
    <Part id="life" title={t("life.title")}>
      {it.facts.length === 0 && <p className="void">{t("life.none")}</p>}
      <ol>
        {it.facts.map((fact) => (
          <li key={fact.id} className="border-b border-rule py-2">
            <b>{t(`kinds.${fact.kind}.done`)}</b> <Day text={instant(fact.at)} />
            <UnsentMark of={unsentFact(it.file, fact.id)} />
            <FactWords org={org} it={it} fact={fact} />
            <Letters org={org} it={it} fact={fact} />
            <p className="muted">{t("life.by", { when: instant(fact.recordedAt), name: fact.authorName })}</p>
          </li>
        ))}
      </ol>
    </Part>
  );
}

/** The fact among those whose letters have not left; null of any other. */
function unsentFact({ unsent }: LoadedRequest["file"], id: string) {
  return Object.values(unsent).find((one) => one?.fact.id === id) ?? null;
}

function FactWords({ org, it, fact: { value } }: { org: string; it: LoadedRequest; fact: Fact }) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  const ui = useTranslations("ui");
  const countries = useTranslations("countries") as (country: string) => string;
  const regions = (read: readonly string[]) => joinParts(read.map(countries), locale);
  const task = value.task ?? it.file.tasks.find(({ id }) => id === value.taskId);
  const parts = [
    value.means && t(`means.${value.means}`),
    value.decision && t(`decisions.${value.decision}`),
    value.contractId && t("life.contract"),
    value.ground && t(`grounds.${value.ground}`),
    value.cause && t(`causes.${value.cause}`),
    task?.name,
    value.readAs && regions(value.readAs),
    value.stops && t(`stops.${value.stops}`),
    value.stopPurpose && t("purposeAlone", { purpose: value.stopPurpose }),
    stopTimesWords(value.stopTimes, locale, ui as (key: string) => string),
    value.narrowedBy && t(`narrowings.${value.narrowedBy}`),
    value.outcome && t(`outcomes.${value.outcome}`),
    value.reason && t(`reasons.${value.reason}`),
    value.answeredBy && t(`answerers.${value.answeredBy}`),
    value.answerMeans && t(`answerMeans.${value.answerMeans}`),
    value.answer && t(`answers.${value.answer}`),
    value.triedBy && t(`answerers.${value.triedBy}`),
    ...(value.tried ?? []).map((one) => t(`tries.${one}`)),
  ].filter((part) => part !== undefined && part !== "");
  const isLinked = value.instructionId !== undefined && value.instructionId === it.instruction?.id;
  const { instructionReason = "", readingReason = "", droppedReason = "", notReachedReason = "" } = value;
  const isReasoned = [instructionReason, readingReason, droppedReason, notReachedReason].some(Boolean);
  if (parts.length === 0 && !isLinked && !isReasoned) return null;
  return (
    <p>
      <bdi dir="auto">{joinParts(parts.map(String), locale, " · ")}</bdi>
      {isLinked && (
        <>
          {" "}
          ·{" "}
          <Link href={`/${org}/instructions/${value.instructionId}`} prefetch={false}>
            {t("life.instruction", { number: it.instruction?.number ?? "" })}
          </Link>
        </>
      )}
      {instructionReason !== "" && (
        <span className="block">{t("life.instructionReason", { reason: instructionReason })}</span>
      )}
      {droppedReason !== "" && (
        <span className="block">{t("life.droppedReason", { reason: droppedReason })}</span>
      )}
      {notReachedReason !== "" && (
        <span className="block">{t("life.notReachedReason", { reason: notReachedReason })}</span>
      )}
      {readingReason !== "" && (
        <span className="block">{t("life.readingReason", { reason: readingReason })}</span>
      )}
    </p>
  );
}

/** State of each letter that a fact sent, from what the outbox knows of it; and the certificate that went with it. */
function Letters({ org, it, fact: { kind, value } }: { org: string; it: LoadedRequest; fact: Fact }) {
  const t = useTranslations("rights-request.life");
  const toPerson = value.personTellingIds ?? [];
  const ids = [...(value.letterIds ?? []), ...(value.tellingIds ?? []), ...toPerson];
  return (
    <>
      {it.letters
        .filter(({ id }) => ids.includes(id))
        .map((letter) => (
          <p key={letter.id}>
            {toPerson.includes(letter.id) && <span className="muted">{t("personTold")} · </span>}
            <LetterState of={letter} href={it.mayReadLetters ? `/${org}/outbox/${letter.id}` : undefined} />
          </p>
        ))}
      {value.tellingIds?.length === 0 && <p>{t(kind === "not-reached" ? "untoldNotReached" : "untold")}</p>}
      {value.personTellingIds?.length === 0 && <p>{t("personUntold")}</p>}
      {value.documentId && (value.letterIds || value.answeredBy) && (
        <p>
          <a href={`/api/files/${org}/${value.documentId}`}>
            {t(value.answeredBy ? "proof" : "certificate")}
          </a>
        </p>
      )}
    </>
  );
}
