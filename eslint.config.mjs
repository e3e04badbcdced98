import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import regexp from "eslint-plugin-regexp";

/** Folders that parse untrusted text: no input may make a regular expression take more than linear time. */
const READERS = [
  "lib/domain/{contract,contract-import,controller,country,import,text,processing-record,sub-processor,time,transfer}/**",
  "lib/features/{contract-import,import,register-import}/**",
  "lib/platform/sheets/**",
];

const config = [
  ...next,
  ...typescript,
  { ignores: [".next/**", ".data/**", ".test/**", "lib/generated/**", "next-env.d.ts", "test-results/**"] },
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
      "import/no-anonymous-default-export": "off",
    },
  },
  {
    files: READERS,
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "certain" }],
      "regexp/no-super-linear-move": ["error", { report: "certain" }],
    },
  },
  {
    // A broken invariant throws the name of what is absent; `!` would let undefined go on.
    files: ["**/*.{ts,tsx,mts}"],
    ignores: ["**/*.{test,fixture}.{ts,tsx}", "e2e/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "error" },
  },
  {
    // Prisma joins findUnique of all pages of an instant into one statement, which one scope of them would answer.
    files: ["lib/features/*/read/**/*.ts", "lib/features/*/loaders.ts"],
    ignores: ["**/*.{test,fixture}.ts"],
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
  { files: ["scripts/**", "bench/**"], rules: { "no-console": "off" } },
];

export default config;
