import { showTurningMarks } from "./turning-marks";

/** Markup in which every value is escaped: `markup` alone makes it. */
export class Html {
  /** Tells it from any other object that holds a text. */
  readonly #isEscaped = true;

  private constructor(readonly text: string) {}

  static of(parts: TemplateStringsArray, values: readonly HtmlValue[]): Html {
    const texts = parts.map((part, index) => part + Html.#textOf(values[index]));
    return new Html(texts.join(""));
  }

  static #textOf(value: HtmlValue): string {
    if (value === undefined || value === null || value === false) return "";
    if (isList(value)) return value.map(Html.#textOf).join("");
    return typeof value === "object" && #isEscaped in value ? value.text : escapeHtml(String(value));
  }
}

export type HtmlValue = string | number | false | null | undefined | Html | readonly HtmlValue[];

/**
 * Writes markup for rows of which a page has too many to draw as components: markup`<td title="${title}">${text}</td>`.
 * Values stand between tags or between double quotes, never in a name of a tag or an attribute, in an address that
 * a stranger wrote, or in a script.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return Html.of(parts, values);
}

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

function escapeHtml(text: string): string {
  const shown = showTurningMarks(text);
  return /[&<>"']/.test(shown) ? shown.replace(/[&<>"']/g, (letter) => ESCAPED[letter] ?? "") : shown;
}

function isList(value: HtmlValue): value is readonly HtmlValue[] {
  return Array.isArray(value);
}
