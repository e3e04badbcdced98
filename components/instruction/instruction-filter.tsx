import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FilterForm } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
import { INSTRUCTION_KINDS } from "@/lib/domain/instruction/kind";
import type { loadInstructions } from "@/lib/features/instruction/loaders";

type List = Awaited<ReturnType<typeof loadInstructions>>;
type InstructionFilterProps = { org: string } & Pick<List, "query" | "controllers">;

/** Narrows to one controller, and to one kind, by a GET form. */
export function InstructionFilter({ org, query, controllers }: InstructionFilterProps) {
  const t = useTranslations("instruction.filters");
  const kinds = useTranslations("instruction.kinds");
  if (controllers.length === 0) return null;
  return (
    <FilterForm
      chosen={`${query.controller} ${query.kind}`}
      action={`/${org}/instructions`}
      className="flex flex-wrap items-end gap-1 pb-1 print:hidden"
    >
      {query.view !== "all" && <input type="hidden" name="view" value={query.view} />}
      {controllers.length > 1 && (
        <div className="w-60 [&_.input]:mt-0">
          <FilterSelect
            name="controller"
            label={t("controller")}
            labelHidden
            chosen={query.controller}
            blank={t("any")}
            options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
          />
        </div>
      )}
      <div className="w-52 [&_.input]:mt-0">
        <FilterSelect
          name="kind"
          label={t("kind")}
          labelHidden
          chosen={query.kind}
          blank={t("anyKind")}
          options={INSTRUCTION_KINDS.map((value) => ({ value, label: kinds(value) }))}
        />
      </div>
      <Button type="submit" tone="bare">
        {t("apply")}
      </Button>
    </FilterForm>
  );
}
