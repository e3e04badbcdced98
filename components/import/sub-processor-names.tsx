import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Cell, DataTable } from "@/components/ui/data-table";
import { Icon } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import type { NamedCompany } from "@/lib/domain/import/named-companies";
import type { Capacity } from "@/lib/domain/processing-record/types";

type SubProcessorNamesProps = { companies: readonly NamedCompany[]; register: Capacity };

/** Shows each sub-processor of the file once; those that may be one company are among the questions. */
export function SubProcessorNames({ companies, register }: SubProcessorNamesProps) {
  const t = useTranslations("import-page");
  const targets = useTranslations("import");
  const columns = [
    { key: "rows", label: t("names.lines"), folio: true },
    { key: "name", label: targets("targets.subProcessors") },
    { key: "country", label: t("companies.country"), width: 220 },
    ...(register === "processor" ? [{ key: "list", label: t("companies.list"), width: 200 }] : []),
  ];
  return (
    <details className="group">
      <summary className="block cursor-pointer list-none py-2">
        <Line>
          <span className="text-accent inline-flex items-center gap-1 [&_svg]:group-open:rotate-90">
            <Icon of={ChevronRight} small flip />
            {t("companies.title", { count: companies.length })}
          </span>
        </Line>
      </summary>
      <DataTable caption={t("companies.title", { count: companies.length })} columns={columns}>
        {companies.map((company) => (
          <CompanyRow key={`${company.name} ${company.country ?? ""}`} {...{ company, register }} />
        ))}
      </DataTable>
    </details>
  );
}

function CompanyRow({ company, register }: { company: NamedCompany; register: Capacity }) {
  const t = useTranslations("import-page");
  const countries = useTranslations("countries");
  const { name, country, isListed, rows } = company;
  return (
    <tr>
      <Cell place="folio" whole>
        {t("names.rows", { count: rows })}
      </Cell>
      <Cell place="title" whole>
        <bdi>{name}</bdi>
      </Cell>
      <Cell place="text" whole>
        {country === null ? (
          <span className="faint">{t("companies.noCountry")}</span>
        ) : countries.has(country) ? (
          countries(country)
        ) : (
          country
        )}
      </Cell>
      {register === "processor" && (
        <Cell place="status" whole>
          <Status kind={isListed ? "ok" : "plain"}>
            {t(isListed ? "companies.listed" : "companies.unlisted")}
          </Status>
        </Cell>
      )}
    </tr>
  );
}
