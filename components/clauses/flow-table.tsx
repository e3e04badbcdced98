import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Cell, DataTable } from "@/components/ui/data-table";
import { Status, type StatusKind } from "@/components/ui/status";
import {
  VERDICTS,
  type FlowingTerm,
  type FlowLine,
  type TermReading,
  type Verdict,
} from "@/lib/domain/authorisation/flow-down";
import type { ClauseReading } from "@/lib/domain/contract/content";
import { joinParts } from "@/lib/i18n/format";

type FlowTableProps = {
  caption: string;
  client: string;
  below: string;
  lines: readonly FlowLine[];
};

/** Sorts weaker and uncompared lines first. */
export function FlowTable({ caption, client, below, lines }: FlowTableProps) {
  const t = useTranslations("flow-down");
  const columns = [
    { key: "article", label: t("article"), folio: true },
    { key: "line", label: t("line") },
    { key: "client", label: client, width: 220 },
    { key: "below", label: below, width: 220 },
    { key: "verdict", label: t("verdict"), width: 150 },
  ];
  const sorted = lines.toSorted((one, other) => weight(one) - weight(other));
  return (
    <DataTable caption={caption} columns={columns}>
      {sorted.map((line) => (
        <FlowRow key={nameOf(line)} line={line} client={client} below={below} />
      ))}
    </DataTable>
  );
}

function weight({ verdict }: FlowLine): number {
  return VERDICTS.indexOf(verdict);
}

function nameOf(line: FlowLine): string {
  if (line.kind === "clause") return line.clause;
  return line.kind === "term" ? line.term : line.kind;
}

const SIGNS: Record<Verdict, StatusKind> = {
  weaker: "late",
  unknown: "warn",
  equal: "ok",
  within: "ok",
  stricter: "ok",
};

function FlowRow({ line, client, below }: { line: FlowLine } & Pick<FlowTableProps, "client" | "below">) {
  const t = useTranslations("flow-down");
  const clauses = useTranslations("contract-clauses.clauses");
  const title = () => {
    if (line.kind === "clause") return clauses(`${line.clause}.title`);
    return line.kind === "term" ? t(`terms.${line.term}`) : t(`kinds.${line.kind}`);
  };
  return (
    <tr>
      <Cell place="folio" whole>
        <bdi>{line.article}</bdi>
      </Cell>
      <Cell place="title" whole>
        {title()}
      </Cell>
      <Cell place="text" whole>
        <span className="narrow-label">{client}</span>
        <TermText line={line} side="client" />
      </Cell>
      <Cell place="text" whole>
        <span className="narrow-label">{below}</span>
        <TermText line={line} side="below" />
      </Cell>
      <Cell place="status" whole>
        <Status kind={SIGNS[line.verdict]}>{t(`verdicts.${line.verdict}`)}</Status>
      </Cell>
    </tr>
  );
}

function TermText({ line, side }: { line: FlowLine; side: "client" | "below" }): ReactNode {
  switch (line.kind) {
    case "clause":
      return <ClauseText of={line[side]} />;
    case "term":
      return <TermWords term={line.term} reading={line[side]} />;
    default:
      return <Listed of={line[side]} isCountries={line.kind === "countries"} />;
  }
}

function ClauseText({ of: { answer, place, note } }: { of: ClauseReading }) {
  const t = useTranslations("flow-down");
  const answers = useTranslations("contract-clauses.answers");
  if (answer === "unread") return <span className="faint">{t("why.unread")}</span>;
  return (
    <>
      {answers(answer)}{" "}
      {place !== "" && (
        <span className="muted">
          <bdi>{place}</bdi>
        </span>
      )}
      {note !== "" && (
        <span className="block muted" dir="auto">
          {note}
        </span>
      )}
    </>
  );
}

function TermWords({ term, reading }: { term: FlowingTerm; reading: TermReading }) {
  const t = useTranslations("flow-down");
  if (reading === null || reading === "unread")
    return <span className="faint">{t(`why.${reading ?? "silent"}`)}</span>;
  const count = Number(reading);
  switch (term) {
    case "breachNoticeHours":
      return t("hours", { count });
    case "rightsRequestsDays":
    case "endFateDays":
      return t("days", { count });
    case "objectionDays":
      return t("notice", { count });
    case "auditNoticeDays":
      return t("auditNotice", { count });
    case "endFate":
    case "auditRights":
    case "authorisation":
      return t(`choices.${term}.${reading}`);
  }
}

function Listed({ of, isCountries }: { of: readonly string[]; isCountries: boolean }) {
  const t = useTranslations("flow-down.why");
  const countries = useTranslations("countries");
  const locale = useLocale();
  if (of.length === 0) return <span className="faint">{t("empty")}</span>;
  const named = isCountries ? of.map((code) => (countries.has(code) ? countries(code) : code)) : of;
  return joinParts(named, locale);
}
