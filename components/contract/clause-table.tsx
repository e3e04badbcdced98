import { useTranslations } from "next-intl";
import { TogetherMark } from "@/components/clauses/together-mark";
import { FoldedRows } from "@/components/shell/folded-rows";
import { Cell, DataTable } from "@/components/ui/data-table";
import { CLAUSES, type Clause } from "@/lib/domain/contract/clauses";
import type { ClauseAnswer } from "@/lib/domain/contract/content";
import { ClauseStatus } from "./clause-status";
import { ClauseWords } from "./clause-words";
import type { ShownContract } from "./loaded-contract";

/** Shows what lacks first, then what is not read; clauses that are present fold. */
export function ClauseTable({ loaded }: { loaded: ShownContract }) {
  const t = useTranslations("contract");
  const asked = CLAUSES.filter(({ id }) => loaded.clausesAsked.includes(id));
  const isPresent = ({ id }: Clause) => loaded.contractTerms.clauses[id].answer === "present";
  const present = asked.filter(isPresent);
  const missing = asked
    .filter((clause) => !isPresent(clause))
    .toSorted((one, other) => rankOf(loaded, one) - rankOf(loaded, other));
  return (
    <>
      {missing.length > 0 && (
        <Clauses
          loaded={loaded}
          of={missing}
          caption={t("clauses.caption", { reference: loaded.contract.reference })}
        />
      )}
      {present.length > 0 && (
        <FoldedRows title={t("clauses.present")} count={present.length} isOpen={false}>
          <Clauses loaded={loaded} of={present} caption={t("clauses.present")} />
        </FoldedRows>
      )}
    </>
  );
}

/** Worst answers first. */
const RANKS: readonly ClauseAnswer[] = ["absent", "insufficient", "unread", "present"];

function rankOf(loaded: ShownContract, { id }: Clause): number {
  return RANKS.indexOf(loaded.contractTerms.clauses[id].answer);
}

type ClausesProps = { loaded: ShownContract; of: readonly Clause[]; caption: string };

function Clauses({ loaded, of, caption }: ClausesProps) {
  const t = useTranslations("contract");
  const columns = [
    { key: "id", label: t("clauses.id"), folio: true },
    { key: "clause", label: t("clauses.clause") },
    { key: "place", label: t("clauses.place"), width: 190 },
    { key: "answer", label: t("clauses.answer"), width: 140 },
  ];
  return (
    <DataTable caption={caption} columns={columns}>
      {of.map((clause) => (
        <ClauseRow key={clause.id} clause={clause} loaded={loaded} />
      ))}
    </DataTable>
  );
}

function ClauseRow({ clause, loaded }: { clause: Clause; loaded: ShownContract }) {
  const words = useTranslations("contract-clauses.clauses");
  const { answer, place, note, markedTogether } = loaded.contractTerms.clauses[clause.id];
  return (
    <tr id={`clause-${clause.id}`}>
      <Cell place="folio" whole>
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
        <TogetherMark of={markedTogether} />
      </Cell>
      <Cell place="status" whole>
        <ClauseStatus answer={answer} />
      </Cell>
    </tr>
  );
}
