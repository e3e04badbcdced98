import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { loadCallScript, loadScriptMentions } from "@/lib/features/call-script/loaders";
import { MarkedScript, MentionList, PlainScript } from "./mention-list";

type TextPartProps = {
  here: string;
  script: Awaited<ReturnType<typeof loadCallScript>>["script"];
  mentions: Awaited<ReturnType<typeof loadScriptMentions>>;
};

/** The text with its mentions marked, held against the law of the day that the address names. */
export function TextPart({ here, script, mentions }: TextPartProps) {
  const t = useTranslations("call-script");
  const locale = useLocale();
  const { day, findings, marked, wordings, isRefused, usedFaults } = mentions;
  const { usedEdition } = script;
  return (
    <Part id="text" article={t("article")} title={t("parts.text")}>
      {usedFaults > 0 && usedEdition !== null && (
        <p className="summary" role="status">
          {t("check.usedFaults", { edition: usedEdition, count: usedFaults })}
        </p>
      )}
      {marked ? (
        <MarkedScript parts={marked} />
      ) : (
        <PlainScript text={script.text} language={script.language} />
      )}
      {findings ? (
        <>
          {isRefused && <p role="alert">{t("check.badDay")}</p>}
          <form key={day} action={here} aria-label={t("check.act")} className="journal-filters print:hidden">
            <TextInput name="on" type="date" label={t("check.on")} defaultValue={day} required />
            <div className="bar">
              <Button type="submit">{t("check.act")}</Button>
            </div>
          </form>
          <MentionList findings={findings} wordings={wordings} isFrench={locale === "fr"} />
          <Limits />
        </>
      ) : (
        <p className="muted mt-3">{t("check.unchecked")}</p>
      )}
    </Part>
  );
}

function Limits() {
  return <p className="muted">{useTranslations("telephone.script")("limits")}</p>;
}
