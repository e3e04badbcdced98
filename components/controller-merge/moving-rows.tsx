import { useTranslations } from "next-intl";
import type { MergePreview } from "@/lib/features/controller-merge/loaders";

type MovingRowsProps = { rows: MergePreview["moving"]; none: string };

export function MovingRows({ rows, none }: MovingRowsProps) {
  const t = useTranslations("controller.merge");
  if (rows.length === 0) return <p className="muted mt-3">{none}</p>;
  return (
    <ul className="mt-3 grid gap-1.5">
      {rows.map(({ noun, count, labels }) => (
        <li key={noun}>
          <b>{t(`nouns.${noun}`, { count })}</b>{" "}
          <span className="muted wrap-anywhere">
            {labels.map((label, at) => (
              <span key={label}>
                {at > 0 && " · "}
                <bdi className="whitespace-nowrap">{label}</bdi>
              </span>
            ))}
            {count > labels.length && ` ${t("more", { count: count - labels.length })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
