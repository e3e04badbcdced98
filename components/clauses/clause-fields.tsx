import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormAround } from "@/components/form/form-context";
import { Part } from "@/components/shell/sheet";
import { RadioChoice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { clauseOf, type ClauseId } from "@/lib/domain/contract/clauses";
import { CLAUSE_ANSWERS } from "@/lib/domain/contract/content";

type ClauseFieldsProps = {
  id: ClauseId;
  words: Record<"answer" | "place" | "note", string>;
  children: ReactNode;
};

export function ClauseFields({ id, words, children }: ClauseFieldsProps) {
  const t = useTranslations("contract-clauses");
  const { field, choice, valueOf } = useFormAround();
  const title = t(`clauses.${id}.title`);
  const labelOf = (part: keyof typeof words) => (
    <>
      {words[part]}
      <span className="sr"> {title}</span>
    </>
  );
  const choices = CLAUSE_ANSWERS.map((value, index) => ({
    value,
    label: (
      <>
        {t(`answers.${value}`)} <kbd aria-hidden="true">{index + 1}</kbd>
      </>
    ),
  }));
  return (
    <Part title={title} article={<bdi>{clauseOf(id).article}</bdi>}>
      {children}
      <div className="clause-answers">
        <RadioChoice
          {...choice(`${id}.answer`)}
          label={labelOf("answer")}
          choices={choices}
          defaultValue={String(valueOf(`${id}.answer`) ?? "unread")}
        />
      </div>
      <div className="pair">
        <TextInput {...field(`${id}.place`)} label={labelOf("place")} dir="auto" optional />
        <TextInput {...field(`${id}.note`)} label={labelOf("note")} dir="auto" optional />
      </div>
    </Part>
  );
}
