import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import redos from "eslint-plugin-redos";
import regexp from "eslint-plugin-regexp";

// Rules that no other linter has. All others are in .oxlintrc.json, which reads types with the native compiler.

/** Files that a process runs which serves people: no input may make an expression take more than linear time. */
const SERVED = ["{app,components,lib}/**/*.{ts,tsx,mjs}", "scripts/start/**/*.{ts,mjs}", "*.ts"];
/** Files that read texts of our own alone. */
const OWN_TEXTS = ["**/*.{test,fixture}.{ts,tsx}", "lib/generated/**"];

const { parser } = typescript.find(({ languageOptions }) => languageOptions?.parser).languageOptions;

/** TypeScript looks for no property too many inside a spread: a name written wrong there passes. */
const SPREAD_LITERAL = {
  selector: "ObjectExpression > SpreadElement > ObjectExpression",
  message: "Write the properties in the object itself.",
};

/** Named by comments that switch a rule off, which oxlint reads. */
const hooks = next.find(({ plugins }) => plugins?.["react-hooks"]).plugins["react-hooks"];

/** Pages and their parts, without the rules of React's compiler and of hooks, which are costly. */
const pages = next
  .filter(({ rules }) => rules)
  .map(({ rules, ...rest }) => ({
    ...rest,
    files: ["{app,components}/**/*.tsx"],
    rules: {
      ...Object.fromEntries(Object.entries(rules).filter(([name]) => !name.startsWith("react-hooks/"))),
      "import/no-anonymous-default-export": "off",
    },
  }));

const config = [
  ...pages,
  { files: ["{app,components}/**/*.tsx"], languageOptions: { parser } },
  {
    files: SERVED,
    ignores: OWN_TEXTS,
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    plugins: { regexp, redos, "react-hooks": hooks },
    rules: {
      // The two other rules and the slow texts of the tests cover what it cannot decide: references back, look-around, long
      // alternatives. What 0.3 s do not decide, 1 s seldom does: a fault is found in a few milliseconds.
      "redos/no-vulnerable": [
        "error",
        { ignoreErrors: true, cache: false, timeout: 300, checker: "automaton" },
      ],
      "regexp/no-super-linear-backtracking": ["error", { report: "certain" }],
      "regexp/no-super-linear-move": ["error", { report: "certain" }],
    },
  },
  {
    files: ["{app,bench,components,e2e,lib,prisma,scripts}/**/*.{ts,tsx,mjs}", "*.ts"],
    ignores: ["lib/generated/**"],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    plugins: { "react-hooks": hooks },
    rules: {
      "no-restricted-syntax": ["error", SPREAD_LITERAL],
      // Test files of a worker share their modules, so that a replaced module may have been loaded before, or stay replaced.
      "no-restricted-properties": ["error", { object: "vi", property: "mock" }],
    },
  },
  {
    // Prisma joins findUnique of all pages of an instant into one statement, which one scope of them would answer.
    files: ["lib/features/*/read/**/*.ts", "lib/features/*/loaders.ts"],
    ignores: ["**/*.{test,fixture}.ts"],
    languageOptions: { parser },
    rules: {
      "no-restricted-syntax": [
        "error",
        SPREAD_LITERAL,
        {
          selector: "CallExpression[callee.property.name=/^findUnique/][callee.object.object.name='tx']",
          message: "A page reads by findFirst.",
        },
      ],
    },
  },
];

export default config;
