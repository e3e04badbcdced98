import { useLocale, useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Cell, DataTable } from "@/components/ui/data-table";
import type { PlannedQuestion } from "@/lib/domain/import/questions";
import { LEAVE_OPEN, TAKE } from "@/lib/domain/import/settle";
import { formatList } from "@/lib/i18n/format";
import { directionOf } from "@/lib/i18n/locale";
import { AnswerChoices } from "./answer-choices";
import { TypedSelect } from "./typed-select";
import { useAnswerWords } from "./use-answer-words";
import { useDoubtWords } from "./use-doubt-words";

type QuestionListProps = { questions: readonly PlannedQuestion[] };

/** Asks once for all rows of one cell text; one list answers those that are alike at once. */
export function QuestionList({ questions }: QuestionListProps) {
  const t = useTranslations("import-page");
  const waiting = questions.filter(({ answer }) => answer === null).length;
  const settled = questions.length - waiting;
  const columns = [
    { key: "lines", label: t("names.lines"), folio: true },
    { key: "question", label: t("questions.settledTitle") },
    { key: "answer", label: t("absent.choice"), width: 340 },
  ];
  return (
    <section>
      <Line>
        <h2 className="mt-6">
          {waiting > 0 ? t("questions.title", { count: waiting }) : t("questions.settledTitle")}
        </h2>
        <p className="muted prose-line mb-3">{t("questions.text")}</p>
        {settled > 0 && <p className="muted small mb-3">{t("questions.settled", { count: settled })}</p>}
        {waiting > 1 && (
          <div className="mb-4">
            <TypedSelect
              name="rest"
              label={t("questions.rest")}
              blank={t("questions.restAsk")}
              options={[
                { value: LEAVE_OPEN, label: t("questions.restOpen") },
                { value: TAKE, label: t("questions.restTake") },
              ]}
              defaultValue=""
            />
          </div>
        )}
      </Line>
      <DataTable caption={t("questions.settledTitle")} columns={columns}>
        {questions.map((question, index) => (
          <QuestionRow key={question.key} question={question} index={index} />
        ))}
      </DataTable>
    </section>
  );
}

function QuestionRow({ question, index }: { question: PlannedQuestion; index: number }) {
  const t = useTranslations("import-page");
  const targets = useTranslations("import");
  const words = useDoubtWords();
  const answers = useAnswerWords();
  const name = `questions.${index}.answer`;
  return (
    <tr>
      <Cell place="folio" whole>
        <Lines question={question} />
      </Cell>
      {/* Its first words are those of a cell: in Arabic the question would be laid out from the left. */}
      <Cell place="title" whole dir={directionOf(useLocale())}>
        <span className="font-normal">{words(question.doubt)}</span>
        {question.doubt.field !== "note" && (
          <span className="hint block font-normal">{targets(`targets.${question.doubt.field}`)}</span>
        )}
      </Cell>
      <Cell place="text" whole>
        <input type="hidden" name={`questions.${index}.key`} value={question.key} />
        <fieldset aria-label={t("questions.answerOf", { text: question.doubt.params.text ?? "" })}>
          <AnswerChoices
            name={name}
            question={question.key}
            answer={question.answer}
            choices={answers(question)}
          />
        </fieldset>
      </Cell>
    </tr>
  );
}

function Lines({ question: { lines, rows } }: { question: PlannedQuestion }) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const list = formatList(
    lines.map((line) => String(line)),
    locale,
  );
  return (
    <>
      {t("questions.lines", { count: lines.length, list })}
      {rows > lines.length && (
        <span className="block">{t("questions.more", { count: rows - lines.length })}</span>
      )}
    </>
  );
}
