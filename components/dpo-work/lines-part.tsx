import { Pencil, Plus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Status, type StatusKind } from "@/components/ui/status";
import { LINE_FIELDS } from "@/lib/domain/dpo-work/fields";
import { type LinedKind, workPath } from "@/lib/domain/dpo-work/kinds";
import { versionOn } from "@/lib/domain/dpo-work/procedure-versions";
import { contentOf } from "@/lib/domain/dpo-work/status";
import type { LoadedWork } from "@/lib/features/dpo-work/loaders";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { useWorkWords } from "./use-work-words";

type LinesPartProps = { org: string; kind: LinedKind; loaded: LoadedWork };
type Listed = LoadedWork["lines"][number];

/** Obligations that follow, findings, or versions of a procedure, each with its state and what may be done. */
export function LinesPart({ org, kind, loaded }: LinesPartProps) {
  const t = useTranslations("dpo-work");
  const { work, lines, mayWrite } = loaded;
  const path = `/${org}${workPath(kind, work.id)}`;
  const add = mayWrite && (
    <LinkButton tone="bare" icon={Plus} href={`${path}/parts/new`}>
      {t(`kinds.${kind}.addLine`)}
    </LinkButton>
  );
  return (
    <Part id="lines" title={t(`kinds.${kind}.lines`)} aside={add}>
      {lines.length === 0 && <p className="muted mt-3">{t(`kinds.${kind}.noLines`)}</p>}
      <ul>
        {lines.map((listed) => (
          <li key={listed.line.id} className="border-b border-rule py-2">
            <div className="flex flex-wrap items-start justify-between gap-x-4">
              <LineText kind={kind} listed={listed} path={path} />
              <LineStatus kind={kind} listed={listed} loaded={loaded} />
            </div>
            {mayWrite && <LineActs kind={kind} listed={listed} path={path} today={loaded.today} />}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function LineText({ kind, listed: { line, last }, path }: { kind: LinedKind; listed: Listed; path: string }) {
  const t = useTranslations("dpo-work");
  const locale = useLocale();
  const fields = LINE_FIELDS[kind].filter(([name]) => name !== "text" && name !== "body");
  const { labels, read } = useWorkWords(kind, fields);
  const values = line as Record<string, unknown>;
  return (
    <div>
      {kind === "procedure" ? (
        <Link href={`${path}/parts/${line.id}`} prefetch={false}>
          {t("sheet.version", { version: line.text })}
        </Link>
      ) : (
        <b>
          <bdi>{line.text}</bdi>
        </b>
      )}
      <dl className="muted flex flex-wrap gap-x-4">
        {fields.map(([name]) => {
          const text = read(name, values[name]);
          return text ? (
            <div key={name} className="flex gap-x-1">
              <dt>{labels[name]}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ) : null;
        })}
      </dl>
      {last && (
        <p className="muted">
          {t(`events.${last.event}.done`)} {formatDay(last.factOn, locale)}
          {(last.detail || last.reason) && (
            <>
              {" · "}
              <bdi>{joinParts([last.detail, last.reason], locale)}</bdi>
            </>
          )}
        </p>
      )}
    </div>
  );
}

type LineStatusProps = Pick<LinesPartProps, "kind" | "loaded"> & { listed: Listed };

function LineStatus({ kind, listed, loaded }: LineStatusProps) {
  const t = useTranslations("dpo-work.sheet");
  if (kind === "procedure") return <VersionStatus id={listed.line.id} loaded={loaded} />;
  const dueOn = "dueOn" in listed.line ? listed.line.dueOn : null;
  const isLate = listed.state === "open" && dueOn !== null && dueOn < loaded.today;
  const tone: StatusKind = listed.state === "open" ? (isLate ? "late" : "warn") : "ok";
  const word = kind === "internal-audit" && listed.state === "open" ? "openFinding" : listed.state;
  return <Status kind={tone}>{t(`lineStates.${word}`)}</Status>;
}

function VersionStatus({ id, loaded: { work, today } }: { id: string; loaded: LoadedWork }) {
  const t = useTranslations("dpo-work.sheet");
  const { lines } = contentOf(work, "procedure");
  if (versionOn(lines, today)?.id === id) return <Status kind="ok">{t("inForce")}</Status>;
  const version = lines.find((line) => line.id === id);
  return <Status kind="plain">{t(version && version.inForceFrom > today ? "later" : "earlier")}</Status>;
}

type LineActsProps = { kind: LinedKind; listed: Listed; path: string; today: string };

function LineActs({ kind, listed: { line, state, events }, path, today }: LineActsProps) {
  const t = useTranslations("dpo-work");
  const isChangeable = "inForceFrom" in line ? line.inForceFrom > today : state === "open";
  return (
    <p className="flex flex-wrap gap-x-2 print:hidden">
      {kind === "procedure" && (
        <LinkButton tone="bare" href={`${path}/parts/${line.id}`}>
          {t("sheet.read")} <span className="sr">{line.text}</span>
        </LinkButton>
      )}
      {events.map((event) => (
        <LinkButton key={event} tone="bare" href={`${path}/event?event=${event}&part=${line.id}`}>
          {t(`events.${event}.label`)} <span className="sr">{line.text}</span>
        </LinkButton>
      ))}
      {isChangeable && (
        <LinkButton tone="bare" icon={Pencil} href={`${path}/parts/${line.id}/edit`}>
          {t("edit")} <span className="sr">{line.text}</span>
        </LinkButton>
      )}
    </p>
  );
}
