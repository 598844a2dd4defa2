import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "train/", "*.config.js", "*.config.ts", ".dependency-cruiser.cjs"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    // The core is pure: no files, network, clock, environment or console.
    files: ["src/{core,language,actors,events,claims,time,places,sizes,pipeline,stories,exports}/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-globals": ["error", "process", "fetch", "setTimeout"],
      "no-restricted-imports": [
        "error",
        { patterns: ["node:fs", "node:fs/*", "node:net", "node:http", "node:process", "node:child_process"] },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The core has no clock." },
        { object: "Math", property: "random", message: "The core has no random source." },
      ],
    },
  },
);
