import Link from "next/link";
import { procedureStatus } from "@/lib/domain/dpo-work/procedure-versions";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { callProcedure, procedureOf, youngCase } from "@/lib/domain/processing-record/young";
import type { Translate } from "./words";

export type YoungContext = {
  t: Translate;
  /** "" in a portal, which has no links to the console. */
  org: string;
  procedures: readonly NamedProcedure[];
  /** Day whose law applies. */
  today: string;
};

type YoungProps = YoungContext & { content: RecordContent };

/** True of an entry that says that minors are concerned: where it stands under article 8 is told of it alone. */
export function isYoung({ minorsAnswer }: RecordContent): boolean {
  return minorsAnswer === "yes";
}

export function YoungStatus({ content, t }: YoungProps) {
  const young = youngCase(content);
  if (young.kind === "not-engaged") return t(`record.young.notEngaged.${young.reason}`);
  return young.kind === "engaged" || young.kind === "open" ? t(`record.young.${young.kind}`) : null;
}

/** True where a procedure is named, or none is asked for. */
export function hasProcedureValue(
  content: RecordContent,
  { procedures }: Pick<YoungContext, "procedures">,
): boolean {
  return procedureOf(content, procedures) !== null || youngCase(content).kind === "not-engaged";
}

export function ProcedureValue({ content, org, procedures, today, t }: YoungProps) {
  const named = procedureOf(content, procedures);
  if (!named) return <span className="muted">{t("record.young.notAsked")}</span>;
  const status = procedureStatus(named, today);
  const name = <bdi>{callProcedure(named)}</bdi>;
  return (
    <>
      {org ? (
        <Link href={`/${org}/dpo/procedures/${named.id}`} prefetch={false}>
          {name}
        </Link>
      ) : (
        name
      )}
      {status !== "in-force" && <> · {t(`record.young.statuses.${status}`)}</>}
    </>
  );
}
