"use client";

import { useLocale, useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { TextArea, TextInput } from "@/components/ui/text-input";
import type { AbsentDecisions } from "@/lib/domain/import/absent";
import { formatDay } from "@/lib/i18n/format";
import { useRefusedWords, useTyped } from "./refused-fields";

type AbsentActsProps = { decisions: AbsentDecisions; fileName: string; today: string; canEnd: boolean };

/** The note, the day and the reason apply to all entries so chosen. */
export function AbsentActs({ decisions, fileName, today, canEnd }: AbsentActsProps) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const errorOf = useRefusedWords();
  const typed = useTyped();
  const proposed = t("absent.noteText", { file: fileName, day: formatDay(today, locale) });
  return (
    <Line>
      <TextArea
        name="absent.note"
        label={t("absent.note")}
        hint={t("absent.noteHint")}
        error={errorOf("absent.note")}
        defaultValue={typed("absent.note") ?? (decisions.note || proposed)}
        rows={2}
        maxLength={500}
        dir="auto"
      />
      {canEnd && (
        <>
          <TextInput
            type="date"
            name="absent.on"
            narrow
            label={t("absent.on")}
            error={errorOf("absent.on")}
            defaultValue={typed("absent.on") ?? decisions.on ?? today}
            max={today}
          />
          <TextArea
            name="absent.reason"
            label={t("absent.reason")}
            hint={t("absent.reasonHint")}
            error={errorOf("absent.reason")}
            defaultValue={typed("absent.reason") ?? decisions.reason}
            rows={2}
            maxLength={2000}
            dir="auto"
          />
        </>
      )}
    </Line>
  );
}
