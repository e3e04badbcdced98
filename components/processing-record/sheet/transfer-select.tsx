"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select, type Option } from "@/components/ui/text-input";
import { joinParts } from "@/lib/i18n/format";
import type { LinkPick } from "./link-pick";

type TransferSelectProps = Omit<ComponentProps<typeof Select>, "options" | "blank"> & {
  pick: LinkPick;
  countries: readonly Option[];
};

/** Offers an ended transfer only where the entry names it already. */
export function TransferSelect({ pick, countries, ...field }: TransferSelectProps) {
  const t = useTranslations("record.links");
  const locale = useLocale();
  const shown = pick.transfers.filter(({ id, state }) => state !== "ended" || id === field.defaultValue);
  const nameOf = (country: string | null) => countries.find(({ value }) => value === country)?.label ?? "";
  if (shown.length === 0) return null;
  return (
    <Select
      {...field}
      hint={t("transferHint")}
      blank={t("chooseTransfer")}
      options={shown.map(({ id, reference, country, importer, state }) => ({
        value: id,
        label: joinParts(
          [reference, nameOf(country), importer, state === "running" ? "" : t(`transferStates.${state}`)],
          locale,
          " · ",
        ),
      }))}
    />
  );
}
