import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Pages and components that may say that a role refuses. */
const FILES = ["app", "components"]
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => `${room}/${file}`),
  )
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => ({ file, source: readFileSync(file, "utf8") }));

/** A condition of several parts whose other branch is `Forbidden`: the state of a row may be one of them. */
const MIXED_BRANCH = /\{[^{}\n]*(?:&&|\|\|)[^{}\n]* \? \((?:(?! \? \()[\s\S])*?\) : \(\s*<Forbidden\b/;
/** Answer of the role that a page gives its form, where it is more than a property or its negation. */
const MIXED_ROLE = /\b(?:isAllowed|byRole)=\{[^}]*(?:&&|\|\||===|!==|>|<)[^}]*\}/;

const SAYING = FILES.filter(({ source }) => /<Forbidden\b/.test(source));
const ASKING = FILES.filter(({ source }) => /\b(?:isAllowed|byRole)=\{/.test(source));

it("finds the pages that refuse", () => {
  expect(SAYING.length).toBeGreaterThan(20);
  expect(ASKING.length).toBeGreaterThan(25);
});

it.each(SAYING)("$file says that a role refuses where the role alone decided", ({ source }) => {
  expect(source).not.toMatch(MIXED_BRANCH);
});

it.each(ASKING)("$file tells the answer of the role apart from the state", ({ source }) => {
  expect(source).not.toMatch(MIXED_ROLE);
});

/** A property of a loader that a page of a form takes for the answer of the role. */
const ROLE_NAMES = ["mayWrite", "mayByRole", "mayGive", "mayMerge", "mayArchive", "mayBegin", "mayDecide"];
const MIXED_FACT = new RegExp(`\\b(?:${ROLE_NAMES.join("|")}): [^\\n]*(?:&&|===|!==)`);

const LOADERS = readdirSync("lib/features")
  .map((feature) => `lib/features/${feature}/loaders.ts`)
  .filter((file) => existsSync(file));

it.each(LOADERS)("%s takes the answer of a role from the policy alone", (file) => {
  expect(readFileSync(file, "utf8")).not.toMatch(MIXED_FACT);
});
