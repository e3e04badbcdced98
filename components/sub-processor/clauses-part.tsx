import { CircleDashed, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { TogetherMark } from "@/components/clauses/together-mark";
import { FoldedRows } from "@/components/shell/folded-rows";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Cell, DataTable } from "@/components/ui/data-table";
import { Status, type StatusKind } from "@/components/ui/status";
import { clauseOf } from "@/lib/domain/contract/clauses";
import type { ClauseAnswer } from "@/lib/domain/contract/content";
import type { ShownSubProcessor } from "./loaded-sub-processor";
import { SubProcessorGaps } from "./sub-processor-gaps";

const KINDS: Record<ClauseAnswer, StatusKind> = {
  present: "ok",
  insufficient: "warn",
  absent: "late",
  unread: "plain",
};

/** Clauses of its contract, "the same obligations", article 28(4); those that are present fold. */
export function ClausesPart({ org, loaded }: { org: string; loaded: ShownSubProcessor }) {
  const t = useTranslations("sub-processor");
  const { subProcessor, gaps, may } = loaded;
  const { contract, identity } = subProcessor.content;
  const change = may.write && (
    <LinkButton tone="bare" icon={Pencil} href={`/${org}/sub-processors/${subProcessor.id}/edit/clauses`}>
      {t("edit")} <span className="sr">{t("parts.clauses")}</span>
    </LinkButton>
  );
  const columns = [
    { key: "id", label: t("clauses.id"), folio: true },
    { key: "clause", label: t("clauses.clause") },
    { key: "place", label: t("clauses.place"), width: 230 },
    { key: "answer", label: t("clauses.answer"), width: 150 },
  ];
  const asked = contract.signedOn === null ? [] : loaded.clausesAsked;
  const isPresent = (id: ClauseId) => contract.clauses[id].answer === "present";
  const [missing, present] = [asked.filter((id) => !isPresent(id)), asked.filter(isPresent)];
  const rowOf = (id: ClauseId) => <ClauseRow key={id} id={id} reading={contract.clauses[id]} />;
  return (
    <>
      <Part id="clauses" title={t("parts.clauses")} article={t("articles.clauses")} aside={change}>
        {contract.signedOn === null && <p className="muted mt-3">{t("clauses.unsigned")}</p>}
        <SubProcessorGaps gaps={gaps.filter(({ section }) => section === "clauses")} />
      </Part>
      {missing.length > 0 && (
        <DataTable caption={t("clauses.caption", { name: identity.name })} columns={columns}>
          {missing.map(rowOf)}
        </DataTable>
      )}
      {present.length > 0 && (
        <FoldedRows title={t("clauses.present")} count={present.length} isOpen={false}>
          <DataTable caption={t("clauses.present")} columns={columns}>
            {present.map(rowOf)}
          </DataTable>
        </FoldedRows>
      )}
    </>
  );
}

type Contract = ShownSubProcessor["subProcessor"]["content"]["contract"];
type ClauseId = ShownSubProcessor["clausesAsked"][number];

function ClauseRow({ id, reading }: { id: ClauseId; reading: Contract["clauses"][ClauseId] }) {
  const words = useTranslations("contract-clauses");
  const { answer, place, note, markedTogether } = reading;
  return (
    <tr id={`clause-${id}`}>
      <Cell place="folio" whole>
        <bdi>{clauseOf(id).article}</bdi>
      </Cell>
      <Cell place="title" whole>
        {words(`clauses.${id}.title`)}
      </Cell>
      <Cell place="text" whole>
        {place && <bdi>{place}</bdi>}
        {note && <p className="muted">{note}</p>}
        <TogetherMark of={markedTogether} />
      </Cell>
      <Cell place="status" whole>
        <Status kind={KINDS[answer]} icon={answer === "unread" ? CircleDashed : undefined}>
          {words(`answers.${answer}`)}
        </Status>
      </Cell>
    </tr>
  );
}
