"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { FieldGroup } from "@/components/ui/field";
import { Select } from "@/components/ui/text-input";
import { procedureStatus } from "@/lib/domain/dpo-work/procedure-versions";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import { callProcedure } from "@/lib/domain/processing-record/young";

export type ProcedurePick = {
  org: string;
  /** Procedures that may be named, by reference. */
  procedures: readonly NamedProcedure[];
  today: string;
};

type ProcedureSelectProps = Omit<ComponentProps<typeof Select>, "options" | "blank"> & {
  pick: ProcedurePick;
};

/** Offers a withdrawn procedure only where the entry names it already. */
export function ProcedureSelect({ pick, ...field }: ProcedureSelectProps) {
  const t = useTranslations("record.young");
  const { org, procedures, today } = pick;
  if (procedures.length === 0)
    return (
      <FieldGroup id={field.name} label={field.label} error={field.error}>
        <p className="muted">
          {t("none")}{" "}
          <Link href={`/${org}/dpo/procedures/new`} prefetch={false}>
            {t("write")}
          </Link>
        </p>
      </FieldGroup>
    );
  return (
    <Select
      {...field}
      blank={t("choose")}
      options={procedures.map((procedure) => {
        const status = procedureStatus(procedure, today);
        const name = callProcedure(procedure);
        return {
          value: procedure.id,
          label: status === "in-force" ? name : `${name} · ${t(`statuses.${status}`)}`,
        };
      })}
    />
  );
}
