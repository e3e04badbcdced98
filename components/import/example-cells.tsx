import { useTranslations } from "next-intl";
import { EXAMPLE_TARGETS } from "./example-targets";
import { useTargetWords } from "./use-target-words";

/** Shows a cell that is read whole, for each kind of column. */
export function ExampleCells() {
  const t = useTranslations("import-page.examples");
  const words = useTargetWords();
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-ink">{t("title")}</summary>
      <p className="mt-2">{t("text")}</p>
      <dl className="mt-2">
        {EXAMPLE_TARGETS.map((target) => (
          <div
            key={target}
            className="grid gap-x-4 border-b border-rule py-1 min-[901px]:grid-cols-[220px_1fr]"
          >
            <dt>{words(target)}</dt>
            <dd className="wrap-anywhere text-ink">
              <bdi>{t(`cells.${target}`)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
