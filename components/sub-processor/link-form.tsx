"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { saveLink } from "@/lib/features/sub-processor/actions";
import type { loadLink } from "@/lib/features/sub-processor/loaders";
import { chainLinkFields } from "@/lib/features/sub-processor/schema";
import type { CountryOption } from "@/lib/i18n/country-options";
import { NoticeOwed } from "./notice-owed";

type LinkFormProps = {
  org: string;
  loaded: Awaited<ReturnType<typeof loadLink>>;
  under: string;
  countries: readonly CountryOption[];
};

const NAMES = ["under", "name", "country", "address", "contact", "service"] as const;

export function LinkForm({ org, loaded, under, countries }: LinkFormProps) {
  const t = useTranslations("sub-processor");
  const { id, reference, name, version, link, above, reliant } = loaded;
  const labels = Object.fromEntries(
    NAMES.map((field) => [field, t(`fields.${field === "service" ? "activity" : field}`)]),
  );
  const form = useFlatForm({
    action: bindAction(saveLink, org),
    schema: chainLinkFields,
    names: NAMES,
    initial: link ?? { under },
    version,
    labelOf: (path) => labels[path],
    describeIssue: useNounIssues("sub-processor"),
  });
  const read = (field: string, value: unknown) => {
    const options = field === "country" ? countries : field === "under" ? above : [];
    return options.find((option) => option.value === value)?.label ?? String(value ?? "");
  };
  const text = (field: (typeof NAMES)[number]) => ({ ...form.field(field), label: labels[field] });
  return (
    <>
      <NoticeOwed reliant={reliant} />
      <FlatForm
        form={form}
        subject={reference}
        labels={labels}
        read={read}
        saved={{ id, link: link?.id ?? "" }}
        back={`/${org}/sub-processors/${id}#chain`}
        act={t("save")}
        cancel={t("cancel")}
      >
        <Select {...text("under")} options={above} blank={t("chain.directly", { name })} />
        <TextInput {...text("name")} dir="auto" />
        <TextArea {...text("service")} rows={2} dir="auto" optional />
        <Select {...text("country")} options={countries} blank={t("notStated")} />
        <TextInput {...text("address")} dir="auto" optional />
        <TextInput {...text("contact")} dir="auto" optional />
      </FlatForm>
    </>
  );
}
