import { ChevronDown, CircleAlert, CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { fieldAria } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { targetsOf } from "@/lib/domain/import/register-targets";
import type { ImportTarget } from "@/lib/domain/import/types";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { ASK_TARGET } from "@/lib/features/import/schema";
import { columnLetters } from "./column-letters";
import { useTargetWords } from "./use-target-words";

type TargetSelectProps = {
  index: number;
  register: Capacity;
  header: string;
  asked?: readonly ImportTarget[];
  target: string;
  error?: string;
};

export function targetName(index: number): string {
  return `targets.${index}`;
}

/** Chooses the field of a column; under an ambiguous head none is chosen, and those that it may mean come first. */
export function TargetSelect({ index, register, header, asked, target, error }: TargetSelectProps) {
  const t = useTranslations("import-page");
  const id = targetName(index);
  const hint = asked && t("columns.asked");
  return (
    <>
      <span className="select">
        <select
          key={target}
          name={id}
          id={id}
          defaultValue={target}
          className="inp"
          aria-label={t("columns.targetOf", { header: header || columnLetters(index) })}
          {...fieldAria(id, { hint, error })}
        >
          {asked ? (
            <>
              <option value={ASK_TARGET}>{t("columns.ask")}</option>
              <optgroup label={t("columns.candidates")}>
                <TargetOptions targets={asked} />
              </optgroup>
              <optgroup label={t("columns.others")}>
                <TargetOptions targets={targetsOf(register).filter((one) => !asked.includes(one))} />
              </optgroup>
            </>
          ) : (
            <TargetOptions targets={targetsOf(register)} />
          )}
        </select>
        <Icon of={ChevronDown} small />
      </span>
      {hint && !error && (
        <small className="hint flex gap-1.5" id={`${id}-hint`}>
          <Icon of={CircleHelp} small />
          {hint}
        </small>
      )}
      {error && (
        <small className="reason" id={`${id}-error`}>
          <Icon of={CircleAlert} small />
          {error}
        </small>
      )}
    </>
  );
}

function TargetOptions({ targets }: { targets: readonly ImportTarget[] }) {
  const words = useTargetWords();
  return targets.map((target) => (
    <option key={target} value={target}>
      {words(target)}
    </option>
  ));
}
