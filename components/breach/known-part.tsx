import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { StatementKind } from "@/lib/domain/breach/facts";
import type { Statement } from "@/lib/domain/breach/file";
import type { loadBreach } from "@/lib/features/breach/loaders";
import { PrecedentWords } from "@/components/shell/precedent-words";
import { formatList } from "@/lib/i18n/format";
import { FactWords } from "./fact-words";
import { SeverityWords } from "./severity-words";

type Breach = Awaited<ReturnType<typeof loadBreach>>;

/** Questions of art. 33(3), by letter. */
const LETTERS = {
  a: [
    "what-happened",
    "nature",
    "touched",
    "systems",
    "cause",
    "person-categories",
    "data-kinds",
    "persons",
    "records",
    "protection",
    "circumstance",
  ],
  b: ["contact-point"],
  c: ["consequences"],
  d: ["measures"],
} as const satisfies Record<string, readonly StatementKind[]>;

/** Number of questions of art. 33(3) without an answer. */
export function unansweredOf({ file }: Breach): number {
  return Object.values(LETTERS)
    .flat()
    .filter((kind) => !file.statements[kind]).length;
}

/** Shows what is known of the whole breach, with what was said before beside it. */
export function KnownPart({ org, it }: { org: string; it: Breach }) {
  const t = useTranslations("breach");
  const locale = useLocale();
  return (
    <div>
      <h2>{t("known.title")}</h2>
      {it.titleNames.length > 0 && !it.file.statements["client-title"] && (
        <p className="void mt-2">
          {t("sheet.titleNames", {
            certain: it.titleNames.some(({ isCertain }) => isCertain) ? "yes" : "no",
            names: formatList(
              it.titleNames.map(({ found }) => found),
              locale,
            ),
          })}
        </p>
      )}
      <dl>
        {Object.entries(LETTERS).flatMap(([letter, kinds]) =>
          kinds.map((kind) => (
            <Answer key={kind} {...{ org, it, kind }} letter={letter} statement={it.file.statements[kind]} />
          )),
        )}
        <Answer {...{ org, it }} kind="reporter" statement={it.file.statements.reporter} />
        <Answer {...{ org, it }} kind="client-title" statement={it.file.statements["client-title"]} />
        <div className="field two">
          <dt>{t("known.severity")}</dt>
          <dd>
            <SeverityWords severity={it.severity} />
            <PrecedentWords compared={it.precedents} standings={it.standings} />
            {it.controllers.map(
              ({ id, legalName, severity }) =>
                severity?.presumed && (
                  <div key={id} className="mt-2">
                    <b>{legalName}</b>
                    <SeverityWords severity={severity} />
                  </div>
                ),
            )}
            {it.may.write && it.file.status !== "closed" && (
              <p>
                <Ask {...{ org, it }} kind="severity-input" word={t("known.score")} />
                {it.may.decide && (
                  <Ask {...{ org, it }} kind="severity-overruled" word={t("known.overrule")} />
                )}
              </p>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}

type AnswerProps = { org: string; it: Breach; kind: StatementKind; letter?: string; statement?: Statement };

export function Answer({ org, it, kind, letter, statement }: AnswerProps) {
  const t = useTranslations("breach");
  const mayWrite = it.may.write && it.file.status !== "closed";
  return (
    <div className="field two">
      <dt>
        {letter && <bdi>({letter}) </bdi>}
        {t(`kinds.${kind}`)}
      </dt>
      <dd>
        {statement ? <FactWords fact={statement.fact} /> : <span className="void">{t("known.missing")}</span>}
        {statement && statement.earlier.length > 0 && (
          <details>
            <summary className="muted">{t("known.earlier", { count: statement.earlier.length })}</summary>
            {statement.earlier.map((fact) => (
              <p key={fact.id} className="muted">
                <s>
                  <FactWords fact={fact} />
                </s>{" "}
                {fact.authorName}
              </p>
            ))}
          </details>
        )}{" "}
        {mayWrite && <Ask {...{ org, it, kind }} word={t(statement ? "known.change" : "known.answer")} />}
      </dd>
    </div>
  );
}

function Ask({ org, it, kind, word }: { org: string; it: Breach; kind: StatementKind; word: string }) {
  const t = useTranslations("breach.kinds");
  return (
    <>
      <Link
        href={`/${org}/breaches/${it.breach.id}/facts?kind=${kind}`}
        prefetch={false}
        className="act-link inline-block min-h-6 leading-6 whitespace-nowrap"
      >
        {word}
        <span className="sr"> : {t(kind)}</span>
      </Link>{" "}
    </>
  );
}
