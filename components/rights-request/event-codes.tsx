"use client";

import { useTranslations } from "next-intl";
import type { useServerForm } from "@/components/form/use-server-form";
import { RadioChoice } from "@/components/ui/choice";

type CodesProps = {
  form: ReturnType<typeof useServerForm>;
  name: string;
  codes: readonly string[];
  words: string;
};

/** Asks for one code of an event, each in its words. */
export function Codes({ form, name, codes, words }: CodesProps) {
  const t = useTranslations("rights-request");
  return (
    <RadioChoice
      {...form.choice(name)}
      label={t(`form.${name}`)}
      defaultValue={String(form.valueOf(name) ?? "")}
      choices={codes.map((value) => ({ value, label: t(`${words}.${value}`) }))}
    />
  );
}
