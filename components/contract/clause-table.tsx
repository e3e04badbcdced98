import { useTranslations } from "next-intl";
import { Cell, DataTable } from "@/components/ui/data-table";
import { CLAUSES, type Clause } from "@/lib/domain/contract/clauses";
import { ClauseStatus } from "./clause-status";
import { ClauseWords } from "./clause-words";
import type { ShownContract } from "./loaded-contract";

export function ClauseTable({ loaded }: { loaded: ShownContract }) {
  const t = useTranslations("contract");
  const columns = [
    { key: "id", label: t("clauses.id"), folio: true },
    { key: "clause", label: t("clauses.clause") },
    { key: "place", label: t("clauses.place"), width: 190 },
    { key: "answer", label: t("clauses.answer"), width: 140 },
  ];
  return (
    <DataTable caption={t("clauses.caption", { reference: loaded.contract.reference })} columns={columns}>
      {CLAUSES.filter(({ id }) => loaded.clausesAsked.includes(id)).map((clause) => (
        <ClauseRow key={clause.id} clause={clause} loaded={loaded} />
      ))}
    </DataTable>
  );
}

function ClauseRow({ clause, loaded }: { clause: Clause; loaded: ShownContract }) {
  const words = useTranslations("contract-clauses.clauses");
  const { answer, place, note } = loaded.contractTerms.clauses[clause.id];
  return (
    <tr id={`clause-${clause.id}`}>
      <Cell place="folio" whole>
        <bdi>{clause.id}</bdi>
        <br />
        <bdi>{clause.article}</bdi>
      </Cell>
      <Cell place="title" whole>
        {words(`${clause.id}.title`)}
        <div className="font-normal text-[13px]">
          <ClauseWords clause={clause} />
        </div>
      </Cell>
      <Cell place="text" whole>
        {place && <bdi>{place}</bdi>}
        {note && <p className="muted">{note}</p>}
      </Cell>
      <Cell place="status" whole>
        <ClauseStatus answer={answer} />
      </Cell>
    </tr>
  );
}
