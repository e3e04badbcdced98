import { cloneElement, isValidElement, type ReactNode } from "react";

/**
 * Embeddings, overrides and isolates of one direction, which turn round what follows: a name could read as another's. The
 * isolates U+2068 and U+2069 are our own, and turn nothing outside them.
 */
const TURNS = /[\u202a-\u202e\u2066\u2067]/g;

/** A text of somebody else with such marks as signs, shown and not obeyed. */
export function showTurningMarks(text: string): string {
  return text.replace(TURNS, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase()}⟩`);
}

/** Properties that a browser or a form reads and nobody is shown. */
const UNSHOWN = new Set(["href", "id", "name", "value", "className", "src", "action"]);
/** Levels of a property's value in which texts stand: a row of a list with its names. */
const MOST_LEVELS = 4;

/** Shows the marks in what a cell holds, also in texts that a component within is given; the same node where it has none. */
export function withShownMarks(node: ReactNode): ReactNode {
  if (typeof node === "string") return showTurningMarks(node);
  if (isNodeList(node)) {
    const shown = node.map(withShownMarks);
    return shown.every((one, at) => one === node[at]) ? node : shown;
  }
  if (!isValidElement<Record<string, unknown> & { children?: ReactNode }>(node)) return node;
  const { children, ...given } = node.props;
  const changed = Object.entries(given).flatMap(([name, value]) => {
    const shown = UNSHOWN.has(name) ? value : shownValue(value, MOST_LEVELS);
    return shown === value ? [] : [[name, shown] as const];
  });
  const shown = withShownMarks(children);
  if (shown === children && changed.length === 0) return node;
  const props = changed.length > 0 ? Object.fromEntries(changed) : undefined;
  if (shown === children) return cloneElement(node, props);
  return isNodeList(shown) ? cloneElement(node, props, ...shown) : cloneElement(node, props, shown);
}

/** Shows the marks in the texts of a property; the same value where it has none. Functions and instances are left as they are. */
function shownValue(value: unknown, levels: number): unknown {
  if (typeof value === "string") return showTurningMarks(value);
  if (typeof value !== "object" || value === null || levels === 0) return value;
  if (isValidElement(value)) return withShownMarks(value);
  if (Array.isArray(value)) {
    const shown = value.map((one) => shownValue(one, levels - 1));
    return shown.every((one, at) => one === value[at]) ? value : shown;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, one, shownValue(one, levels - 1)] as const);
  return entries.every(([, one, shown]) => one === shown)
    ? value
    : Object.fromEntries(entries.map(([key, , shown]) => [key, shown]));
}

function isNodeList(node: ReactNode): node is ReactNode[] {
  return Array.isArray(node);
}
