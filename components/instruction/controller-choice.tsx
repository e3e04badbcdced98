import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { Select } from "@/components/ui/text-input";

type ControllerChoiceProps = { org: string; controllers: readonly { id: string; legalName: string }[] };

/** Uses a GET form: the next form depends on the controller. */
export function ControllerChoice({ org, controllers }: ControllerChoiceProps) {
  const t = useTranslations("instruction.new");
  const edit = useTranslations("instruction.edit");
  if (controllers.length === 0)
    return (
      <Empty
        title={t("choose")}
        actions={
          <LinkButton tone="go" icon={Plus} href={`/${org}/controllers/new`}>
            {t("addController")}
          </LinkButton>
        }
      >
        {t("noController")}
      </Empty>
    );
  return (
    <form action={`/${org}/instructions/new`}>
      <Select
        name="controller"
        label={t("choose")}
        hint={t("chooseHint")}
        options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
        blank=""
        required
      />
      <div className="form-end">
        <Button type="submit" tone="go">
          {t("next")}
        </Button>
        <LinkButton href={`/${org}/instructions`}>{edit("cancel")}</LinkButton>
      </div>
    </form>
  );
}
