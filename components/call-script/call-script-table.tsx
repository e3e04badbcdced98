import Link from "next/link";
import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { Approval } from "@/lib/domain/call-script/approval";
import type { loadCallScripts } from "@/lib/features/call-script/loaders";

type Row = Awaited<ReturnType<typeof loadCallScripts>>["rows"][number];

const APPROVALS: Record<Approval, StatusKind> = {
  "not-asked": "warn",
  awaited: "warn",
  approved: "ok",
  unproven: "warn",
  refused: "late",
};

export function CallScriptTable({ org, rows }: { org: string; rows: readonly Row[] }) {
  const t = useTranslations("call-script");
  return (
    <table className="stacked">
      <caption className="sr">{t("list.caption")}</caption>
      <thead>
        <tr>
          {(["script", "controller", "state", "approval", "mentions"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`list.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={`/${org}/telephone/scripts/${row.id}`} prefetch={false}>
                <bdi>{row.title}</bdi>
              </Link>
              <small className="muted block">
                <bdi>{row.reference}</bdi>
              </small>
            </th>
            <td data-of={t("list.controller")}>
              <bdi>{row.controllerName}</bdi>
            </td>
            <td data-of={t("list.state")}>
              <ScriptStatus of={row} />
            </td>
            <td data-of={t("list.approval")}>
              <ApprovalStatus of={row.approval} />
            </td>
            <td data-of={t("list.mentions")}>
              <FaultStatus of={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ScriptStatus({ of: { state, usedEdition } }: { of: Pick<Row, "state" | "usedEdition"> }) {
  const t = useTranslations("call-script");
  return (
    <Status kind={state === "in-use" ? "ok" : "plain"}>
      {usedEdition === null ? t(`states.${state}`) : t("usedEdition", { edition: usedEdition })}
    </Status>
  );
}

export function ApprovalStatus({ of }: { of: Approval }) {
  const t = useTranslations("call-script.approvals");
  return <Status kind={APPROVALS[of]}>{t(of)}</Status>;
}

function FaultStatus({
  of: { faults, doubts, language },
}: {
  of: Pick<Row, "faults" | "doubts" | "language">;
}) {
  const t = useTranslations("call-script");
  if (language !== "fr") return <Status kind="warn">{t("unchecked")}</Status>;
  if (faults === 0 && doubts > 0) return <Status kind="warn">{t("doubts", { count: doubts })}</Status>;
  return <Status kind={faults === 0 ? "ok" : "late"}>{t("faults", { count: faults })}</Status>;
}
