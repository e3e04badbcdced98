"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import type { LinkPick } from "./link-pick";
import type { SectionFormState } from "./section-form-state";

type ContractPickerProps = { form: SectionFormState; label: string; hint?: string; pick: LinkPick };

/** Offers an ended contract only where the entry names it already. */
export function ContractPicker({ form, label, hint, pick }: ContractPickerProps) {
  const t = useTranslations("record.links");
  const chosen = [form.valueOf("contractIds")].flat();
  const { error, ...registered } = form.choice("contractIds");
  const shown = pick.contracts.filter(({ id, state }) => state !== "ended" || chosen.includes(id));
  if (shown.length === 0)
    return (
      <FieldGroup id="contractIds" label={label} error={error}>
        <p className="muted">
          {t("contractsEmpty")}{" "}
          <Link href={`/${pick.org}/contracts/new?controller=${pick.controllerId}`} prefetch={false}>
            {t("contractsEmptyLink")}
          </Link>
        </p>
      </FieldGroup>
    );
  return (
    <FieldGroup id="contractIds" label={label} hint={hint} error={error}>
      {shown.map(({ id, reference, title, state }) => (
        <Checkbox
          key={id}
          {...registered}
          id={`contractIds-${id}`}
          value={id}
          label={<bdi>{reference}</bdi>}
          hint={[title, t(`contractStates.${state}`)].filter(Boolean).join(" · ")}
          defaultChecked={chosen.includes(id)}
        />
      ))}
    </FieldGroup>
  );
}
