import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";
import type { RecordTemplate } from "./types";

/** Says a key of `template-library` in one language: `say("operations.call-reception")`. */
type TemplateText = (key: string) => string;

/**
 * Content of an entry begun from a template: the words of one language, and blanks wherever only the
 * controller or the facts can answer. Questions go to the notes, which no rule reads as an answer.
 */
export function contentOf(template: RecordTemplate, translate: TemplateText): RecordContent {
  const words = (group: string, codes: readonly string[]) =>
    codes.map((code) => translate(`${group}.${code}`));
  return {
    ...emptyContent(translate(`entries.${template.code}.title`)),
    operations: words("operations", template.operations),
    persons: words("persons", template.persons),
    dataCategories: words("data", template.data),
    tools: words("tools", template.tools),
    specialAnswer: template.special.length > 0 ? "yes" : "unanswered",
    specialCategories: [...template.special],
    notes: notesOf(template, translate),
  };
}

function notesOf({ questions, subProcessors }: RecordTemplate, translate: TemplateText): string {
  return [
    translate("notes.questions"),
    ...questions.map((code) => `- ${translate(`questions.${code}`)}`),
    "",
    translate("notes.sub-processors"),
    ...subProcessors.map((code) => `- ${translate(`subProcessors.${code}`)}`),
  ].join("\n");
}
