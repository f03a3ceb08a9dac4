// The rules of the JavaScript and TypeScript sources: faults, the arrows between the folders of web/src, and
// no state in modules. Formats are Prettier's.
import js from "@eslint/js";
import { importX } from "eslint-plugin-import-x";
import globals from "globals";
import ts from "typescript-eslint";

/** Which folders of web/src a folder may import from (web/README.md). */
const arrows = {
  entry: ["element", "view", "session", "loading", "storage", "i18n", "guide", "core", "style", "timing"],
  element: ["view", "session", "loading", "storage", "i18n", "guide", "core", "style", "timing"],
  view: ["session", "loading", "i18n", "guide", "core", "style", "timing"],
  session: ["loading", "storage", "i18n", "guide", "core", "timing"],
  loading: ["i18n", "guide", "core", "timing"],
  i18n: ["core"],
  guide: ["core"],
  storage: ["timing"],
  core: [],
  style: [],
  timing: [],
};

const zones = Object.entries(arrows).map(([folder, targets]) => ({
  target: `./web/src/${folder}`,
  from: "./web/src",
  except: [folder, ...targets].map((name) => `./${name}`),
  message: `web/src/${folder} may import from ${targets.join(", ") || "no other folder"}.`,
}));

/** @type {import("typescript-eslint").ConfigArray[number]["rules"]} */
const everywhere = {
  "array-callback-return": "error",
  "default-case-last": "error",
  eqeqeq: ["error", "always", { null: "ignore" }],
  "max-len": [
    "error",
    {
      code: 110,
      ignoreUrls: true,
      ignoreStrings: true,
      ignoreTemplateLiterals: true,
      ignoreRegExpLiterals: true,
    },
  ],
  "no-constructor-return": "error",
  "no-duplicate-imports": "off", // import-x/no-duplicates knows `import type`
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-wrappers": "error",
  "no-self-compare": "error",
  "no-template-curly-in-string": "error",
  "no-throw-literal": "error",
  "no-unmodified-loop-condition": "error",
  "no-unreachable-loop": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-promise-reject-errors": "error",
  "import-x/first": "error",
  "import-x/no-cycle": "error",
  "import-x/no-duplicates": "error",
  "import-x/no-self-import": "error",
};

const unused = {
  args: "after-used",
  argsIgnorePattern: "^_",
  ignoreRestSiblings: true,
  caughtErrors: "all",
  destructuredArrayIgnorePattern: "^_",
};

/** A module is loaded once for all widgets of a page: what it holds would be shared by them. */
const stateOfModules = [
  {
    selector: ":matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind=let]",
    message: "A module holds no state: give it to the widget.",
  },
  {
    selector:
      ":matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > " +
      "NewExpression.init[callee.name=/^(Map|Set|WeakMap|WeakSet|Array|AbortController)$/][arguments.length=0]",
    message: "A module holds no container that is filled later: give it to the widget.",
  },
  {
    selector:
      ":matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > " +
      ":matches(ArrayExpression.init[elements.length=0], ObjectExpression.init[properties.length=0])",
    message: "A module holds no container that is filled later: give it to the widget.",
  },
  {
    selector: "PropertyDefinition[static=true][readonly!=true]",
    message: "A class holds no state of its own: give it to the widget.",
  },
];

export default ts.config(
  { ignores: ["build/", "**/node_modules/", "web/dist/", "web/src/core/types.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    plugins: { "import-x": importX },
    settings: {
      "import-x/parsers": { "@typescript-eslint/parser": [".ts"] },
      "import-x/extensions": [".ts", ".mjs", ".js"],
    },
    rules: everywhere,
  },
  {
    files: ["web/src/**/*.ts", "tests/domains/**/*.ts"],
    extends: [ts.configs.recommended],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { project: "./web/tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "no-restricted-syntax": ["error", ...stateOfModules],
      "import-x/no-restricted-paths": ["error", { zones }],
      "no-control-regex": "off", // text of articles may hold any character
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-array-delete": "error",
      "@typescript-eslint/no-deprecated": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-for-in-array": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/no-this-alias": "off",
      "no-throw-literal": "off", // a code of the closed list is thrown as a string
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/restrict-plus-operands": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", unused],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
    },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { "no-unused-vars": ["error", unused] },
  },
  {
    files: ["**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: { "no-unused-vars": ["error", unused] },
  },
);
