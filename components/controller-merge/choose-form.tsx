"use client";

import { useTranslations } from "next-intl";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { Button, LinkButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import type { loadMerge } from "@/lib/features/controller-merge/loaders";

type Loaded = Awaited<ReturnType<typeof loadMerge>>;
type ChooseFormProps = { org: string } & Pick<
  Loaded,
  "controller" | "others" | "typed" | "remains" | "issue"
>;

const OTHERS = "other-controllers";

/** Puts the choice into the address, so that it works without JavaScript. */
export function ChooseForm({ org, controller, others, typed, remains, issue }: ChooseFormProps) {
  const t = useTranslations("controller.merge");
  const translate = useNounIssues("controller");
  return (
    <form method="get">
      <datalist id={OTHERS}>
        {others.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      <TextInput
        name="other"
        label={t("other")}
        hint={t("otherHint")}
        defaultValue={typed}
        list={OTHERS}
        autoComplete="off"
        error={issue ? translate(issue) : undefined}
        required
      />
      <RadioChoice
        name="remains"
        label={t("remains")}
        defaultValue={remains}
        choices={[
          { value: "other", label: t("remainsOther"), hint: t("remainsHint") },
          { value: "this", label: <bdi>{controller.legalName}</bdi> },
        ]}
      />
      <div className="form-end">
        <Button type="submit">{t("show")}</Button>
        <LinkButton href={`/${org}/controllers/${controller.id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
