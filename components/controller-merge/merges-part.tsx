import { Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import type { loadMerges } from "@/lib/features/controller-merge/loaders";
import { formatInstant } from "@/lib/i18n/format";

type MergesPartProps = { org: string; of: Awaited<ReturnType<typeof loadMerges>> };

export function MergesPart({ org, of: { came, mayMerge } }: MergesPartProps) {
  const t = useTranslations("controller.merge");
  const locale = useLocale();
  if (came.length === 0) return null;
  return (
    <Part title={t("part")}>
      <ul className="mt-3 grid gap-3">
        {came.map(({ id, legalName, at, author }) => (
          <li key={id}>
            <bdi>{legalName}</bdi>{" "}
            <span className="muted">
              {t("mergedOn", { when: formatInstant(at, "Africa/Casablanca", locale), author })}
            </span>{" "}
            {mayMerge && (
              <LinkButton icon={Undo2} href={`/${org}/controllers/${id}/unmerge`}>
                {t("undoOpen")}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
