import { useTranslations } from "next-intl";
import { Words } from "@/components/shell/words";
import { Cell, Ledger } from "@/components/ui/ledger";
import { Status, type StatusKind } from "@/components/ui/status";
import type { loadContractImport } from "@/lib/features/contract-import/loaders";
import { CommitForm } from "./commit-form";

type Plan = NonNullable<Awaited<ReturnType<typeof loadContractImport>>["plan"]>;
const KINDS: Record<Plan["lines"][number]["becomes"], StatusKind> = {
  new: "ok",
  changed: "warn",
  same: "plain",
  refused: "late",
};

/** Every line of the file with what becomes of it; nothing is written before it is confirmed. */
export function ContractPlan({ org, plan }: { org: string; plan: Plan }) {
  const t = useTranslations("contract.import");
  const columns = [
    { key: "reference", label: t("reference"), folio: true },
    { key: "controller", label: t("controller") },
    { key: "becomes", label: t("becomes"), width: 320 },
  ];
  return (
    <>
      <Ledger caption={t("caption")} columns={columns}>
        {plan.lines.map((line, index) => (
          <tr key={index}>
            <Cell place="folio" whole>
              <bdi>{line.reference}</bdi>
            </Cell>
            <Cell place="title" whole>
              {line.controller}
              <span className="block font-normal muted">{line.title}</span>
            </Cell>
            <Cell place="status" whole>
              <Status kind={KINDS[line.becomes]}>{t(`fates.${line.becomes}`)}</Status>
              {line.refusal && <p className="muted">{t(`refusals.${line.refusal}`)}</p>}
            </Cell>
          </tr>
        ))}
      </Ledger>
      <Words of={["form", "contract"]}>
        <CommitForm
          org={org}
          file={plan.file}
          seen={plan.digest}
          count={plan.lines.filter(({ becomes }) => becomes === "new" || becomes === "changed").length}
        />
      </Words>
    </>
  );
}
