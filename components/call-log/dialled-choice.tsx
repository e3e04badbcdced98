import { useTranslations } from "next-intl";
import { RadioChoice } from "@/components/ui/choice";
import type { DialledPrefix } from "@/lib/features/call-log/schema";

type DialledChoiceProps = {
  dialled: Pick<DialledPrefix, "prefix" | "samples">;
  isRefused: boolean;
  /** Hears the digits that are left out before each number, or "". */
  onChange: (prefix: string) => void;
};

/** Asks once for a log whether its numbers begin with what the exchange dials, beside what that makes of three of them. */
export function DialledChoice({ dialled: { prefix, samples }, isRefused, onChange }: DialledChoiceProps) {
  const t = useTranslations("call-log.layout.dialled");
  return (
    <RadioChoice
      name="dialled"
      label={t("label", { prefix })}
      hint={
        <span className="block" dir="ltr">
          {samples.map(({ written, read }) => (
            <span key={written} className="block">
              {t("sample", { written, read })}
            </span>
          ))}
        </span>
      }
      error={isRefused ? t("asked", { prefix }) : undefined}
      choices={[
        { value: prefix, label: t("yes", { prefix }) },
        { value: "", label: t("no") },
      ]}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
