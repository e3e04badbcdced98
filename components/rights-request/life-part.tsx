import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { LetterState } from "@/components/ui/letter-state";
import { Day } from "@/components/ui/deadline";
import type { Fact, FactKind } from "@/lib/domain/rights-request/facts";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { formatInstant, joinParts } from "@/lib/i18n/format";

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
      <ol>
        {it.facts.map((fact) => (
          <li key={fact.id} className="border-b border-rule py-2">
            <b>{t(`kinds.${fact.kind}.done`)}</b> <Day text={instant(fact.at)} />
            <FactWords org={org} it={it} fact={fact} />
            <Letters org={org} it={it} fact={fact} />
            <p className="muted">{t("life.by", { when: instant(fact.recordedAt), name: fact.authorName })}</p>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function FactWords({ org, it, fact: { value } }: { org: string; it: LoadedRequest; fact: Fact }) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  const task = value.task ?? it.file.tasks.find(({ id }) => id === value.taskId);
  const parts = [
    value.means && t(`means.${value.means}`),
    value.decision && t(`decisions.${value.decision}`),
    value.contractId && t("life.contract"),
    value.ground && t(`grounds.${value.ground}`),
    value.cause && t(`causes.${value.cause}`),
    task?.name,
    value.outcome && t(`outcomes.${value.outcome}`),
    value.answeredBy && t(`answerers.${value.answeredBy}`),
    value.answerMeans && t(`answerMeans.${value.answerMeans}`),
    value.answer && t(`answers.${value.answer}`),
  ].filter((part) => part !== undefined && part !== "");
  const isLinked = value.instructionId !== undefined && value.instructionId === it.instruction?.id;
  if (parts.length === 0 && !isLinked) return null;
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
    </p>
  );
}

/** State of each letter that a fact sent, from what the outbox knows of it; and the certificate that went with it. */
function Letters({ org, it, fact: { value } }: { org: string; it: LoadedRequest; fact: Fact }) {
  const t = useTranslations("rights-request.life");
  const ids = value.letterIds ?? [];
  return (
    <>
      {it.letters
        .filter(({ id }) => ids.includes(id))
        .map((letter) => (
          <p key={letter.id}>
            <LetterState of={letter} href={it.mayReadLetters ? `/${org}/outbox/${letter.id}` : undefined} />
          </p>
        ))}
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
