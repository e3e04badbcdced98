"use client";

import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { Part } from "@/components/shell/sheet";
import { Checkbox } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { PartialDateInput, Select, TextArea, TextInput, type Option } from "@/components/ui/text-input";
import { MEASURE_ARTICLES } from "@/lib/domain/measure/types";

type MeasureFieldsProps = {
  families: readonly Option[];
  /** True for a library measure, whose title may be left blank. */
  isFromLibrary: boolean;
};

export function MeasureFields({ families, isFromLibrary }: MeasureFieldsProps) {
  const t = useTranslations("measure");
  const { field } = useFormAround();
  return (
    <>
      <Part title={t("sheet.what")} article={t("list.article")}>
        <TextInput
          {...field("title")}
          label={t("fields.title")}
          hint={t(isFromLibrary ? "hints.libraryTitle" : "hints.title")}
          required={!isFromLibrary}
        />
        <TextArea
          {...field("description")}
          label={t("fields.description")}
          hint={t("hints.description")}
          rows={3}
        />
        <Select {...field("family")} label={t("fields.family")} options={families} blank="" />
        <Articles />
        <TextInput
          {...field("iso")}
          label={t("fields.iso")}
          hint={t("hints.iso")}
          dir="ltr"
          narrow
          optional
        />
      </Part>
      <Part title={t("sheet.keeping")}>
        <TextInput {...field("owner")} label={t("fields.owner")} hint={t("hints.owner")} optional />
        <TextArea
          {...field("evidence")}
          label={t("fields.evidence")}
          hint={t("hints.evidence")}
          rows={2}
          optional
        />
        <div className="pair">
          <PartialDateInput {...field("since")} label={t("fields.since")} optional />
          <PartialDateInput {...field("reviewOn")} label={t("fields.reviewOn")} optional />
        </div>
      </Part>
    </>
  );
}

function Articles() {
  const t = useTranslations("measure");
  const { choice, valueOf } = useFormAround();
  const ticked = [valueOf("articles")].flat();
  const { error, ...registered } = choice("articles");
  return (
    <FieldGroup id="articles" label={t("fields.articles")} error={error}>
      <div className="articles">
        {MEASURE_ARTICLES.map((article) => (
          <Checkbox
            key={article}
            {...registered}
            id={`articles-${article}`}
            value={article}
            label={t("article", { article })}
            hint={t(`articleNames.${article}`)}
            defaultChecked={ticked.includes(article)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
