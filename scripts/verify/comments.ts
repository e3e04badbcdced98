import { basename } from "node:path";
import ts from "typescript";

export type SourceComment = { line: number; text: string };
export type CommentFault = SourceComment & { reason: "opening" | "address" };

const REFUSED_WORDS =
  "The same|What|Which|Who|Whoever|Whom|Whose|Those|That|This|It|How|Why|Where|When|As|Of|One|So|TODO|FIXME";
const REFUSED_OPENING = new RegExp(`^(?:${REFUSED_WORDS})\\b`);
const FOLDER_ADDRESS = /(?<![\w./-])(?:app|bench|components|docs|e2e|lib|prisma|scripts)\/[\w[(]/;
/** Languages whose comments are whole lines. */
const LINE_MARKS: [ending: string, mark: RegExp][] = [
  [".prisma", /^\s*\/\/\/?(.*)$/],
  [".sql", /^\s*--(.*)$/],
];
const TYPE_TAG = /@\w+ \{[^}]*\}/g;
const FILE_ADDRESS = /[\w-][\w.-]*\.(?:tsx?|mts|mjs|cjs|md)\b/g;

/** Returns the comments that open with a refused word, or that name a file other than their own. */
export function findCommentFaults(path: string, text: string): CommentFault[] {
  return readComments(path, text).flatMap<CommentFault>((comment) => {
    if (REFUSED_OPENING.test(comment.text)) return [{ ...comment, reason: "opening" }];
    if (namesAnotherFile(path, comment.text)) return [{ ...comment, reason: "address" }];
    return [];
  });
}

function namesAnotherFile(path: string, comment: string): boolean {
  if (comment.startsWith("/ <reference")) return false;
  const words = comment.replace(TYPE_TAG, "").replaceAll(path, "");
  if (FOLDER_ADDRESS.test(words)) return true;
  return [...words.matchAll(FILE_ADDRESS)].some(([name]) => name !== basename(path));
}

/** Reads every comment in order; lines of `//` or `--` that follow one another count as one comment. */
export function readComments(path: string, text: string): SourceComment[] {
  const lineMark = LINE_MARKS.find(([ending]) => path.endsWith(ending))?.[1];
  if (lineMark) return readLineComments(text, lineMark);
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const ranges = [...commentRanges(source).values()].sort((a, b) => a.pos - b.pos);
  return joinLines(ranges, text).map(({ pos, end }) => ({
    line: source.getLineAndCharacterOfPosition(pos).line + 1,
    text: stripMarks(text.slice(pos, end)),
  }));
}

function readLineComments(text: string, mark: RegExp): SourceComment[] {
  const comments: SourceComment[] = [];
  let end = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const stated = mark.exec(line)?.[1]?.trim();
    if (stated === undefined) continue;
    const last = comments.at(-1);
    if (last && end === index) last.text += ` ${stated}`;
    else comments.push({ line: index + 1, text: stated });
    end = index + 1;
  }
  return comments;
}

/** Collects by position, since the comment between two tokens is met from both. */
function commentRanges(source: ts.SourceFile): Map<number, ts.CommentRange> {
  const found = new Map<number, ts.CommentRange>();
  const add = (ranges: ts.CommentRange[] | undefined) => {
    for (const range of ranges ?? []) found.set(range.pos, range);
  };
  const visit = (node: ts.Node) => {
    // Words between JSX tags may look like comments.
    if (ts.isJsxText(node) || ts.isJSDoc(node)) return;
    const children = node.getChildren(source);
    if (children.length === 0) {
      add(ts.getLeadingCommentRanges(source.text, node.getFullStart()));
      add(ts.getTrailingCommentRanges(source.text, node.getEnd()));
    }
    children.forEach(visit);
  };
  visit(source);
  return found;
}

function joinLines(ranges: ts.CommentRange[], text: string): { pos: number; end: number }[] {
  const joined: { pos: number; end: number; kind: ts.CommentKind }[] = [];
  for (const { pos, end, kind } of ranges) {
    const last = joined.at(-1);
    const isNextLine = last !== undefined && /^\r?\n[ \t]*$/.test(text.slice(last.end, pos));
    const areLines = kind === ts.SyntaxKind.SingleLineCommentTrivia && last?.kind === kind;
    if (last && isNextLine && areLines) last.end = end;
    else joined.push({ pos, end, kind });
  }
  return joined;
}

function stripMarks(comment: string): string {
  return comment
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/^(?:\/\/|\/\*\*?|\*(?!\/))/, "")
        .replace(/\*\/$/, "")
        .trim(),
    )
    .join(" ")
    .trim();
}
