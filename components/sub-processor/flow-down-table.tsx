import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Cell, Ledger } from "@/components/ui/ledger";
import type { FlowingTerm, Shortfall } from "@/lib/domain/authorisation/flow-down";
import { joinParts } from "@/lib/i18n/format";
import type { LoadedSubProcessor } from "./loaded-sub-processor";

type FlowDownTableProps = {
  org: string;
  name: string;
  client: LoadedSubProcessor["clients"][number];
};

/** One client contract beside the contract with the sub-processor: the lines on which less is promised. */
export function FlowDownTable({ org, name, client }: FlowDownTableProps) {
  const t = useTranslations("sub-processor.flowDown");
  const { contractId, reference, title, controllerName, shortfalls } = client;
  const columns = [
    { key: "article", label: t("article"), folio: true },
    { key: "line", label: t("line") },
    { key: "client", label: t("client"), width: 250 },
    { key: "with", label: t("with", { name }), width: 250 },
  ];
  const contract = (
    <Link href={`/${org}/contracts/${contractId}`} prefetch={false}>
      {joinParts([reference, title], useLocale(), " · ")}
    </Link>
  );
  return (
    <>
      <Part id={contractId} title={<bdi>{controllerName}</bdi>} aside={contract}>
        {shortfalls.length === 0 && <p className="muted mt-3">{t("equal")}</p>}
      </Part>
      {shortfalls.length > 0 && (
        <Ledger caption={controllerName} columns={columns}>
          {shortfalls.map((shortfall) => (
            <ShortfallRow
              key={shortfall.kind === "clause" ? shortfall.clause : shortfall.term}
              of={shortfall}
            />
          ))}
        </Ledger>
      )}
    </>
  );
}

function ShortfallRow({ of }: { of: Shortfall }) {
  const t = useTranslations("sub-processor.flowDown");
  const clauses = useTranslations("contract-clauses");
  const sayTerm = useTermWords();
  const isClause = of.kind === "clause";
  const said = isClause
    ? of.said && of.said !== "unread" && clauses(`answers.${of.said}`)
    : sayTerm(of.term, of.said);
  return (
    <tr>
      <Cell place="folio" whole>
        <bdi>{of.article}</bdi>
      </Cell>
      <Cell place="title" whole>
        {isClause ? clauses(`clauses.${of.clause}.title`) : t(`terms.${of.term}`)}
      </Cell>
      <Cell place="text" whole>
        {isClause ? clauses("answers.present") : sayTerm(of.term, of.promised)}
      </Cell>
      <Cell place="text" whole>
        <b className="void">
          {said || (isClause && of.said === "unread" ? clauses("answers.unread") : t("silent"))}
        </b>
      </Cell>
    </tr>
  );
}

/** A term in words: so many hours or days, or the choice that was made. */
function useTermWords() {
  const t = useTranslations("sub-processor");
  return (term: FlowingTerm, value: string | number | null): string => {
    if (value === null) return "";
    switch (term) {
      case "breachNoticeHours":
        return t("flowDown.hours", { count: Number(value) });
      case "rightsRequestsDays":
      case "endFateDays":
        return t("flowDown.days", { count: Number(value) });
      case "objectionDays":
        return t("flowDown.notice", { count: Number(value) });
      case "endFate":
      case "auditRights":
      case "authorisation":
        return t(`choices.${term}.${value}`);
    }
  };
}
