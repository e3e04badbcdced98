import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { SubmitButton } from "@/components/ui/button";
import { Select } from "@/components/ui/text-input";
import type { loadContractImport } from "@/lib/features/contract-import/loaders";

type Plan = NonNullable<Awaited<ReturnType<typeof loadContractImport>>["plan"]>;

/** Asks whom each name calls that is no client's whole name, by a GET form: the address alone holds the answers. */
export function ClientsForm({ plan }: { plan: Pick<Plan, "file" | "columns" | "clients" | "dateOrder"> }) {
  const t = useTranslations("contract.import.clients");
  const asked = plan.clients.filter(({ candidates }) => candidates.length > 0);
  const unknown = plan.clients.filter(({ candidates }) => candidates.length === 0);
  if (plan.clients.length === 0) return null;
  return (
    <Line>
      <h2 className="mt-6">{t("title")}</h2>
      {unknown.length > 0 && (
        <p className="text-warn">{t("unknown", { names: unknown.map(({ name }) => name).join(" · ") })}</p>
      )}
      {asked.length > 0 && (
        <form method="get">
          <input type="hidden" name="file" value={plan.file} />
          {plan.columns.map((column, at) => (
            <input key={at} type="hidden" name="columns" value={column} />
          ))}
          {plan.dateOrder && <input type="hidden" name="dateOrder" value={plan.dateOrder} />}
          <p className="muted prose-line">{t("text")}</p>
          {asked.map(({ name, candidates, chosenId }) => (
            <Select
              key={name}
              name="clients"
              label={t("label", { name })}
              blank={t("blank")}
              defaultValue={chosenId === "" ? "" : `${chosenId} ${name}`}
              options={candidates.map(({ id, legalName }) => ({ value: `${id} ${name}`, label: legalName }))}
            />
          ))}
          <div className="form-end">
            <SubmitButton tone={undefined}>{t("act")}</SubmitButton>
          </div>
        </form>
      )}
    </Line>
  );
}
