"use client";

import { CircleAlert, FileJson, FileSpreadsheet, FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { Select, TextInput } from "@/components/ui/text-input";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";
import type { ExportCount } from "@/lib/features/export/schema";
import { EXPORT_CONTENTS, type ExportInput } from "@/lib/features/export/schema";
import { describeRefusedDay } from "./refused-day";

const REGISTERS: readonly Capacity[] = ["processor", "controller"];

type ExportFormProps = {
  org: string;
  /** Preselected register. */
  register: Capacity;
  /** Counts of today's entries by register and contents. */
  records: Record<Capacity, ExportCount>;
  /** Number of entries beyond which a PDF is split into volumes. */
  volumeSize: number;
  controllers: readonly { id: string; legalName: string; count: ExportCount }[];
  controller: string;
  /** Day asked for, "" for today, with its refusal and the latest day allowed. */
  on: string;
  dayRefused: string;
  today: string;
  contents: ExportInput["contents"];
  error: string;
};

/** Posts a plain form, so that the download needs no JavaScript. */
export function ExportForm({
  org,
  records,
  volumeSize,
  controllers,
  controller,
  on,
  dayRefused,
  today,
  error,
  ...props
}: ExportFormProps) {
  const t = useTranslations("export-page");
  const locale = useLocale();
  const [register, chooseRegister] = useState(props.register);
  const [chosen, choose] = useState(controller);
  const [day, chooseDay] = useState(on);
  const [contents, chooseContents] = useState(props.contents);
  // Counts are those of today: entries of a past day are found when its document is made.
  const isPast = day !== "" && day !== today;
  const options = controllers.map(({ id, legalName, count }) => ({
    value: id,
    label: isPast ? legalName : t("controllerOption", { name: legalName, count: count[contents] }),
  }));
  return (
    <form method="post" action={`/api/exports/${org}`} className="export">
      {error && (
        <p className="reason mt-3" role="alert">
          <Icon of={CircleAlert} small />
          {t(t.has(`errors.${error}`) ? `errors.${error}` : "errors.failed")}
        </p>
      )}
      <RadioChoice
        name="register"
        label={t("register")}
        defaultValue={props.register}
        onChange={(event) => chooseRegister(event.target.value as Capacity)}
        choices={REGISTERS.map((value) => ({
          value,
          label: t(`registers.${value}`),
          hint: isPast
            ? t(`registerHintsThen.${value}`)
            : t(`registerHints.${value}`, { count: records[value][contents] }),
        }))}
      />
      {register === "processor" && (
        <Select
          name="controller"
          label={t("scope")}
          hint={t("scopeHint")}
          options={options}
          blank={isPast ? t("wholeThen") : t("whole", { count: records.processor[contents] })}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
        />
      )}
      <TextInput
        name="on"
        type="date"
        max={today}
        narrow
        optional
        label={t("on")}
        hint={t("onHint")}
        error={dayRefused ? describeRefusedDay(t, dayRefused, { on, locale }) : undefined}
        value={day}
        onChange={(event) => chooseDay(event.target.value)}
      />
      {dayRefused === "nothing" && <Checkbox name="evenEmpty" value="true" label={t("evenEmpty")} />}
      <RadioChoice
        name="contents"
        label={t("contents")}
        defaultValue={props.contents}
        onChange={(event) => chooseContents(event.target.value as ExportInput["contents"])}
        choices={EXPORT_CONTENTS.map((value) => ({
          value,
          label: t(`contentsChoices.${value}`),
          hint: t(`contentsHints.${value}`),
        }))}
      />
      <Select
        name="language"
        label={t("language")}
        hint={t("languageHint")}
        options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        defaultValue={locale}
      />
      <div className="bar">
        <Button type="submit" name="format" value="pdf" tone="go" icon={FileText}>
          {t("takePdf")}
        </Button>
        <Button type="submit" name="format" value="xlsx" icon={FileSpreadsheet}>
          {t("takeXlsx")}
        </Button>
        <Button type="submit" name="format" value="ods" icon={FileSpreadsheet}>
          {t("takeOds")}
        </Button>
        <Button type="submit" name="format" value="csv" icon={FileSpreadsheet}>
          {t("takeCsv")}
        </Button>
        <Button type="submit" name="format" value="json" icon={FileJson}>
          {t("takeJson")}
        </Button>
      </div>
      {register === "controller" && <CnilFormat />}
      {records[register][contents] > volumeSize && (
        <p className="muted small mt-3">{t("volumes", { count: volumeSize })}</p>
      )}
      <p className="muted small mt-3">{t("journalled")}</p>
      <p className="muted small">
        {t.rich("jsonNote", {
          link: (words) => <a href="/schemas/register-1.json">{words}</a>,
        })}
      </p>
    </form>
  );
}

/** The CNIL's simplified model of the own register exists in French alone. */
function CnilFormat() {
  const t = useTranslations("export-page");
  return (
    <>
      <p className="muted small mt-5">{t("cnil")}</p>
      <div className="bar">
        <Button type="submit" name="format" value="cnil-xlsx" icon={FileSpreadsheet}>
          {t("takeCnilXlsx")}
        </Button>
        <Button type="submit" name="format" value="cnil-ods" icon={FileSpreadsheet}>
          {t("takeCnilOds")}
        </Button>
      </div>
    </>
  );
}
