import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import globals from "globals";
import tseslint from "typescript-eslint";
import browsers from "./scripts/compat/eslint-plugin.mjs";

export default tseslint.config(
  { ignores: ["node_modules/", "coverage/"] },
  js.configs.recommended,
  {
    files: ["src/**/*.ts", "tests/**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked, compat.configs["flat/recommended"]],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "no-console": "error",
    },
  },
  {
    files: ["src/**/*.ts"],
    plugins: { browsers },
    rules: { "browsers/supported": "error" },
  },
  {
    files: ["tests/**/*.ts"],
    languageOptions: { globals: globals.node },
    rules: { "compat/compat": "off", "@typescript-eslint/unbound-method": "off" },
  },
  {
    files: ["tests-pages/**/*.js"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["scripts/**/*.mjs", "*.config.js", "*.config.ts"],
    languageOptions: { globals: globals.node },
  },
);
