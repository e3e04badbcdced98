/** Arguments of a message: "count plural", "name", "<link>"; and its plural forms, by argument. */
export type MessageShape = { asks: string[]; plurals: { argument: string; forms: string[] }[] };

const WITH_FORMS = new Set(["plural", "select", "selectordinal"]);

/** Reads ICU MessageFormat as far as its arguments. Throws on a brace that is not closed. */
export function readShape(message: string): MessageShape {
  const shape: MessageShape = { asks: [], plurals: [] };
  readText(message, 0, shape, false);
  shape.asks = [...new Set(shape.asks)].sort();
  return shape;
}

function readText(message: string, start: number, shape: MessageShape, isNested: boolean): number {
  let at = start;
  while (at < message.length) {
    const sign = message[at];
    if (sign === "}") {
      if (!isNested) throw new Error(`brace closed without being opened at ${at}`);
      return at + 1;
    }
    if (sign === "{") at = readArgument(message, at + 1, shape);
    else if (sign === "<") at = readTag(message, at, shape);
    else at += 1;
  }
  if (isNested) throw new Error("brace not closed");
  return at;
}

/**
 * Reads from after "{" a name, an optional type, and an optional style or forms. Returns the place after its
 * "}".
 */
function readArgument(message: string, start: number, shape: MessageShape): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(message.slice(start));
  if (!head) throw new Error(`no argument name at ${start}`);
  const [whole, name = "", type] = head;
  const at = start + whole.length;
  shape.asks.push(type ? `${name} ${type}` : name);
  if (type && WITH_FORMS.has(type)) return readForms(message, at, shape, name, type);
  const end = message.indexOf("}", at);
  if (end < 0) throw new Error("brace not closed");
  return end + 1;
}

function readForms(
  message: string,
  start: number,
  shape: MessageShape,
  argument: string,
  type: string,
): number {
  const forms: string[] = [];
  let at = start;
  for (;;) {
    const next = /^[\s,]*(?:offset:\d+\s+)?(?:(=?\w+)\s*\{|\})/.exec(message.slice(at));
    if (!next) throw new Error(`form expected at ${at}`);
    at += next[0].length;
    if (next[1] === undefined) break;
    forms.push(next[1]);
    at = readText(message, at, shape, true);
  }
  if (type !== "select") shape.plurals.push({ argument, forms });
  return at;
}

function readTag(message: string, start: number, shape: MessageShape): number {
  const tag = /^<\/?(\w+)>/.exec(message.slice(start));
  if (!tag) return start + 1;
  shape.asks.push(`<${tag[1]}>`);
  return start + tag[0].length;
}
