import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import regexp from "eslint-plugin-regexp";

// Rules that no other linter has. All others are in .oxlintrc.json, which reads types with the native compiler.

/** Folders that parse untrusted text: no input may make a regular expression take more than linear time. */
const READERS = [
  "lib/domain/{contract,contract-import,controller,country,import,text,processing-record,sub-processor,time,transfer}/**/*.ts",
  "lib/features/{contract-import,import,register-import}/**/*.ts",
  "lib/platform/sheets/**/*.ts",
];

const { parser } = typescript.find(({ languageOptions }) => languageOptions?.parser).languageOptions;

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
  { files: READERS, languageOptions: { parser } },
  {
    files: READERS,
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "certain" }],
      "regexp/no-super-linear-move": ["error", { report: "certain" }],
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
        {
          selector: "CallExpression[callee.property.name=/^findUnique/][callee.object.object.name='tx']",
          message: "A page reads by findFirst.",
        },
      ],
    },
  },
];

export default config;
