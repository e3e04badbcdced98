"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Part } from "@/components/shell/sheet";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { checkScript, markScript } from "@/lib/domain/telephone-prospecting/script";
import { SaveScriptForm, type ScriptController } from "./save-script-form";
import { MarkedScript, MentionList, type Wordings } from "./mention-list";

type ScriptCheckProps = {
  org: string;
  today: string;
  wordings: Wordings;
  isFrench: boolean;
  /** Controllers that the text may be stored for; null for those who may store none. */
  controllers: readonly ScriptController[] | null;
};

/** Judges a script as it is typed; the text does not leave the browser until it is stored. */
export function ScriptCheck({ org, today, wordings, isFrench, controllers }: ScriptCheckProps) {
  const t = useTranslations("telephone");
  const [text, setText] = useState("");
  const [day, setDay] = useState(today);
  const [recorded, setRecorded] = useState("");
  const isRecorded = recorded === "" ? null : recorded === "yes";
  const findings = text.trim() === "" ? [] : checkScript(text, { day: day || today, isRecorded });
  return (
    <>
      <Part title={t("script.text")}>
        <TextArea
          name="script"
          label={t("script.text")}
          labelHidden
          rows={10}
          lang="fr"
          dir="ltr"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="pair">
          <TextInput
            name="on"
            type="date"
            label={t("script.on")}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
          <Select
            name="recorded"
            label={t("script.recorded")}
            blank={t("call.unknown")}
            value={recorded}
            onChange={(event) => setRecorded(event.target.value)}
            options={(["yes", "no"] as const).map((value) => ({ value, label: t(`call.${value}`) }))}
          />
        </div>
      </Part>
      <Part title={t("script.result")}>
        {findings.length === 0 ? (
          <p className="muted">{t("script.empty")}</p>
        ) : (
          <MentionList findings={findings} wordings={wordings} isFrench={isFrench} />
        )}
        <p className="muted">{t("script.limits")}</p>
      </Part>
      {findings.some(({ spans }) => spans.length > 0) && (
        <Part title={t("script.marked")}>
          <MarkedScript parts={markScript(text, findings)} />
        </Part>
      )}
      {findings.length > 0 && controllers && (
        <SaveScriptForm org={org} text={text} recorded={recorded} controllers={controllers} />
      )}
    </>
  );
}
