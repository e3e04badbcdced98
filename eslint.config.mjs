import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

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
  { files: ["scripts/**", "bench/**"], rules: { "no-console": "off" } },
];

export default config;
