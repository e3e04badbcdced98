import type { AuthorisationState } from "@/lib/domain/authorisation/types";
import type { ListedSubProcessor } from "@/lib/domain/authorisation/list";
import { formatDay, joinParts } from "./format";
import type { Locale } from "./locale";

type Translate = (key: string, values?: Record<string, string | number>) => string;

type Words = {
  /** Translator of "authorisation": missing requirements, and names of tools. */
  authorisation: Translate;
  /** Translator of "transfer.choices.tool". */
  tool: Translate;
  country: (code: string) => string;
  locale: Locale;
};

export type RequestLines = { data: string; tools: string[]; missing: string[] };

/**
 * Describes the subject of a controller's decision: the data, the tool of each transfer with its date, the
 * missing requirements. Null for a list sent before these were stated.
 */
export function requestLines(entry: ListedSubProcessor, words: Words): RequestLines | null {
  const { data, tools, missing } = entry;
  if (data === undefined || tools === undefined || missing === undefined) return null;
  const { authorisation: translate } = words;
  return {
    data,
    tools: tools.length === 0 ? [translate("decidedOn.noTool")] : tools.map((tool) => toolLine(tool, words)),
    missing: missing.map((piece) => translate(`missing.${piece}`)),
  };
}

/** A request as it stands: its state, and the words of the conditions of its authorisation that nobody has shown to be met. */
export type AnsweredRequest = {
  state: AuthorisationState;
  openConditions: readonly string[];
  /** Points on which its contract promises less than the controller's, 28(4); 0 where nothing is compared. */
  promisesLess?: number;
};

/** States in which the controller has authorised, or lets stand what it did not object to. */
const AUTHORISED: readonly AuthorisationState[] = ["approved", "not-objected", "suspended"];
/** States in which its answer, or silence that refuses, may still be given or asked. */
const UNANSWERED: readonly AuthorisationState[] = ["draft", "submitted", "notified", "expired"];

/**
 * Says what lacks as the request stands. Before the answer: what was missing when it was sent, or the answer alone. After an
 * authorisation: its open conditions, 28(2), then what was missing when the request was sent, of which a later state is not known
 * here. Null where nothing is authorised, and so nothing lacks.
 */
export function missingLines(
  { missing }: RequestLines,
  { state, openConditions, promisesLess = 0 }: AnsweredRequest,
  translate: Translate,
): string[] | null {
  const less = promisesLess > 0 ? [translate("decidedOn.promisesLess", { count: promisesLess })] : [];
  if (UNANSWERED.includes(state)) {
    const lines = [...missing, ...less];
    return lines.length === 0 ? [translate("decidedOn.nothingMissing")] : lines;
  }
  if (!AUTHORISED.includes(state)) return null;
  const lines = [
    ...less,
    ...openConditions.map((condition) => translate("decidedOn.openCondition", { condition })),
    ...missing.map((piece) => translate("decidedOn.missingThen", { piece })),
  ];
  return lines.length === 0 ? [translate("decidedOn.nothingOpen")] : lines;
}

/** The name of such a line where it stands in a column of its own: without the colon that leads to what follows it. */
export function lineName(text: string): string {
  return text.replace(/\s?:$/u, "");
}

type Tool = NonNullable<ListedSubProcessor["tools"]>[number];

function toolLine({ country, tool, signedOn }: Tool, words: Words): string {
  const { authorisation: translate, locale } = words;
  const parts = [
    country === null ? translate("decidedOn.noCountry") : words.country(country),
    tool === null ? translate("decidedOn.toolUnsaid") : words.tool(tool),
    signedOn === null
      ? translate("decidedOn.undated")
      : translate("decidedOn.signedOn", { day: formatDay(signedOn, locale, { long: true }) }),
  ];
  return joinParts(parts, locale);
}
