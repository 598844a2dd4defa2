/** Imports point one way: core <- language <- stages <- pipeline <- records, relations <- coder <- readers, cli. */
const STAGES = "actors|events|claims|time|places|sizes";

// A nominal may hold a person ("the wife of Juan Rao") and a person a nominal ("Rao, the minister"): one recursion in two files.
const RECURSIVE = "^src/actors/resolution/read-(nominal|person)\\.ts$";

module.exports = {
  forbidden: [
    // A type may name a type of the file that imports it; values may not go in circles.
    {
      name: "no-circular",
      severity: "error",
      from: { pathNot: RECURSIVE },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, pathNot: ["\\.test(-data)?\\.ts$", "^src/core/report\\.ts$"] },
      to: {},
    },
    {
      name: "core-imports-nothing-above",
      severity: "error",
      from: { path: "^src/core/" },
      to: { path: "^src/(?!core/)" },
    },
    {
      name: "language-imports-core-only",
      severity: "error",
      from: { path: "^src/language/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(?!core/|language/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "stages-read-layers-not-each-other",
      severity: "error",
      from: { path: `^src/(${STAGES})/`, pathNot: "\\.test\\.ts$" },
      // The shape of a stage's tables is declared by the reader of those tables: types only.
      to: { path: "^src/(?!core/|language/)", pathNot: "^src/$1/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-code-imports-no-adapter",
      severity: "error",
      from: { path: `^src/(core|language|${STAGES}|pipeline|records|relations)/`, pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(readers|cli|coder|lexicon|scoring)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "store-imports-core-only",
      severity: "error",
      from: { path: "^src/store/", pathNot: "\\.test\\.ts$" },
      // Where the package keeps its files is told by one file.
      to: { path: "^src/(?!core/|store/|lexicon/package-files\\.ts)" },
    },
    {
      name: "exports-import-core-only",
      severity: "error",
      from: { path: "^src/exports/", pathNot: "\\.test(-data)?\\.ts$" },
      to: { path: "^src/(?!core/|exports/)" },
    },
    {
      name: "series-and-queries-are-pure",
      severity: "error",
      from: { path: "^src/(series|store/queries)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(?!core/|series/|store/queries/)" },
    },
    {
      name: "workers-import-coder-and-the-store-contract",
      severity: "error",
      from: { path: "^src/workers/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(?!core/|workers/|coder/create-coder\\.ts|store/event-store\\.ts)" },
    },
    {
      name: "stories-import-core-alone",
      severity: "error",
      from: { path: "^src/stories/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(?!core/|stories/)" },
    },
    {
      name: "readers-import-core-only",
      severity: "error",
      from: { path: "^src/readers/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(?!core/|readers/|lexicon/package-files)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "fetching-imports-core-only",
      severity: "error",
      from: { path: "^src/fetching/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(?!core/|fetching/)" },
    },
    {
      name: "watching-imports-core-fetching-and-readers",
      severity: "error",
      from: { path: "^src/watching/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^src/(?!core/|fetching/|watching/|readers/|store/duckdb/(open-database|transaction|text-values)\\.ts)",
      },
    },
    {
      name: "only-the-ledger-knows-the-database",
      severity: "error",
      from: { path: "^src/watching/(?!duckdb/)", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(store|watching/duckdb)/" },
    },
    {
      name: "schedule-is-pure",
      severity: "error",
      from: { path: "^src/watching/schedule/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(?!core/|watching/schedule/)" },
    },
    {
      name: "linking-imports-stories-and-the-store-contract",
      severity: "error",
      from: { path: "^src/linking/", pathNot: "\\.test\\.ts$" },
      to: { path: "^src/(?!core/|linking/|stories/|store/event-links\\.ts)" },
    },
    {
      name: "library-does-not-import-cli",
      severity: "error",
      from: { path: "^src/(?!cli/)" },
      to: { path: "^src/cli/" },
    },
    {
      name: "src-imports-no-eval-or-bench",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(eval|bench)/" },
    },
    {
      name: "no-dev-dependency-in-src",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.(test(-data)?|contract)\\.ts$" },
      to: { dependencyTypes: ["npm-dev"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node"] },
  },
};
