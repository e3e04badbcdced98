import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import type { Mention } from "@/lib/features/internal-note/loaders";
import { formatCount, formatInstant } from "@/lib/i18n/format";
import { MentionForm } from "./mention-form";

/** Notes that name whoever reads, on Today until each was opened; never on paper, which leaves the house. */
export function MentionsPart({ org, mentions }: { org: string; mentions: readonly Mention[] }) {
  const t = useTranslations("internal-note");
  const locale = useLocale();
  return (
    <div className="print:hidden">
      <Part
        title={t("mentions.title")}
        count={<span className="count">{formatCount(mentions.length, locale)}</span>}
        isOpen
      >
        <ul>
          {mentions.map(({ id, label, text, authorName, recordedAt }) => (
            <li key={id} className="border-b border-rule py-3">
              <p>
                <b>{t("mentions.by", { name: authorName })}</b>{" "}
                <span className="muted">{formatInstant(recordedAt, "Africa/Casablanca", locale)}</span>
              </p>
              <p className="line-clamp-4 break-words whitespace-pre-line" dir="auto">
                {text}
              </p>
              <Words of={["form", "internal-note"]}>
                <MentionForm org={org} mention={id} label={label} />
              </Words>
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}
