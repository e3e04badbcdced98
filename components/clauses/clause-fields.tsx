import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormAround } from "@/components/form/form-context";
import { Part } from "@/components/shell/sheet";
import { Select, TextInput } from "@/components/ui/text-input";
import { clauseOf, type ClauseId } from "@/lib/domain/contract/clauses";
import { CLAUSE_ANSWERS } from "@/lib/domain/contract/content";

type ClauseFieldsProps = {
  id: ClauseId;
  words: Record<"answer" | "place" | "note", string>;
  children: ReactNode;
};

export function ClauseFields({ id, words, children }: ClauseFieldsProps) {
  const t = useTranslations("contract-clauses");
  const { field } = useFormAround();
  const title = t(`clauses.${id}.title`);
  const of = (part: keyof typeof words) => ({
    ...field(`${id}.${part}`),
    label: (
      <>
        {words[part]}
        <span className="sr"> {title}</span>
      </>
    ),
  });
  return (
    <Part title={title} article={<bdi>{id}</bdi>} note={<bdi>{clauseOf(id).article}</bdi>}>
      {children}
      <div className="pair">
        <Select
          {...of("answer")}
          options={CLAUSE_ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }))}
        />
        <TextInput {...of("place")} dir="auto" optional />
      </div>
      <TextInput {...of("note")} dir="auto" optional />
    </Part>
  );
}
