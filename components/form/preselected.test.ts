import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { PRESELECTED } from "./preselected.fixture";

const ROOT = join(import.meta.dirname, "../..");
/** Kit controls that pass on what their user gives them. */
const KIT = /^components\/(ui|form\/(controller|instruction)-select)/;
/** Values of text, days and ids, which a reader sees written in a field of its own. */
const WRITTEN =
  /^(id|choiceId|controllerId|subProcessorId|contactId|name|email|phone|hours|position|text|recipient|who|source|on|time|day|days|receivedOn|effectiveOn|iso|activity|operations|retentionMonths|signatory|capacity|= (now|typedInCasablanca\(.+\)))$/;
/** Names a control that has choices, or the values of a form: other files are not parsed. */
const CONTROL = /[sS]elect\b|RadioChoice|Checkbox|<input|initial/;
/** Default of a control that comes from the values of its form alone. */
const OF_FORM =
  /^(String\([\w.]*valueOf\([^)]+\) \?\? ""\)|(Boolean|isTicked)\([\w.]*valueOf\([^)]+\)\)|[\w.]*valueOf\([^)]+\) !== undefined)$/;

const files = ["app", "components"].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => join(ROOT, room, path)),
);

/** Names each value with which a form begins: of its hook, of a select without a blank, of a box or radio group. */
function findPreselected(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isJsxOpeningLikeElement(node) && !KIT.test(file))
      for (const name of preselectedBy(node, source)) found.add(`${file} ${name}`);
    const initial = initialOf(node);
    if (initial)
      for (const key of keysOf(initial, source)) if (!WRITTEN.test(key)) found.add(`${file} initial ${key}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

function preselectedBy(element: ts.JsxOpeningLikeElement, source: ts.SourceFile): string[] {
  const tag = element.tagName.getText(source);
  const text = (name: string) => {
    const attribute = element.attributes.properties.find(
      (one): one is ts.JsxAttribute => ts.isJsxAttribute(one) && one.name.getText(source) === name,
    );
    if (!attribute) return undefined;
    const { initializer } = attribute;
    return initializer && ts.isJsxExpression(initializer)
      ? (initializer.expression?.getText(source) ?? "")
      : (initializer?.getText(source) ?? "true");
  };
  const of = nameOf(element, source);
  if (/^select$|Select$/.test(tag))
    return text("blank") === undefined && !/\bblank\b/.test(element.attributes.getText(source))
      ? [`${tag} ${of}`]
      : [];
  const chosen = text(tag === "RadioChoice" ? "defaultValue" : "defaultChecked") ?? text("checked");
  const isBox = tag === "RadioChoice" || tag === "Checkbox" || tag === "input";
  return isBox && chosen !== undefined && !OF_FORM.test(chosen) ? [`${tag} ${of}`] : [];
}

/** The first text of `name`, or of the call that is spread: `{...form.field("act")}`. */
function nameOf(element: ts.JsxOpeningLikeElement, source: ts.SourceFile): string {
  const text = element.attributes.getText(source);
  return /name=["{`"]+([\w.$-]+)/.exec(text)?.[1] ?? /\.\.\.[^}]*?\("(\w+)"\)/.exec(text)?.[1] ?? "unnamed";
}

/** The values that a hook or a form is begun with, of a property or an attribute `initial`. */
function initialOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isPropertyAssignment(node) && node.name.getText() === "initial") return node.initializer;
  if (ts.isJsxAttribute(node) && node.name.getText() === "initial" && node.initializer)
    return ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
  return undefined;
}

/** Keys of the literals of an expression; an expression without one is named by its text. */
function keysOf(expression: ts.Expression, source: ts.SourceFile): string[] {
  if (ts.isObjectLiteralExpression(expression))
    return expression.properties.flatMap((property) =>
      ts.isSpreadAssignment(property)
        ? keysOf(property.expression, source)
        : isBlank(property)
          ? []
          : [property.name?.getText(source) ?? ""],
    );
  if (ts.isBinaryExpression(expression))
    return [...keysOf(expression.left, source), ...keysOf(expression.right, source)];
  if (ts.isConditionalExpression(expression))
    return [...keysOf(expression.whenTrue, source), ...keysOf(expression.whenFalse, source)];
  if (ts.isParenthesizedExpression(expression)) return keysOf(expression.expression, source);
  const literal = ts.isIdentifier(expression) && constantOf(expression.text, source);
  return literal ? keysOf(literal, source) : [`= ${expression.getText(source).replace(/\s+/g, " ")}`];
}

function isBlank(property: ts.ObjectLiteralElementLike): boolean {
  return (
    ts.isPropertyAssignment(property) && /^(""|\[\]|undefined|null)$/.test(property.initializer.getText())
  );
}

/** The literal of a constant of the same file. */
function constantOf(name: string, source: ts.SourceFile): ts.Expression | undefined {
  const declared = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText(source) === name);
  return declared?.initializer;
}

it.each([
  ['<Select {...form.field("role")} options={ROLES} />', ["Select role"]],
  ['<Select {...form.field("role")} blank={t("choose")} options={ROLES} />', []],
  ['<RadioChoice {...form.choice("act")} defaultValue="call" />', ["RadioChoice act"]],
  ['<RadioChoice {...form.choice("act")} defaultValue={String(form.valueOf("act") ?? "")} />', []],
  ['<Checkbox name="isTold" defaultChecked />', ["Checkbox isTold"]],
  ['const NEW = { role: "controller" };useForm({ initial: row ?? NEW })', ["initial = row", "initial role"]],
  ['useForm({ initial: { ...now, channel: "telephone", sections: [] } })', ["initial channel"]],
])("finds what a form begins with in %s", (text, names) => {
  expect(findPreselected("a.tsx", text)).toEqual(names.map((name) => `a.tsx ${name}`));
});

it("preselects in a form what states no fact alone, each with the reason", () => {
  const listed = Object.values(PRESELECTED).flat();
  const found = files.flatMap((path) => {
    const text = readFileSync(path, "utf8");
    return CONTROL.test(text) ? findPreselected(relative(ROOT, path), text) : [];
  });
  expect(found.toSorted()).toEqual(listed.toSorted());
});
