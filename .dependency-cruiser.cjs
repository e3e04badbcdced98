/**
 * Declares the permitted imports between folders. Most rules list the targets and refuse the rest, so that a
 * new folder is refused until it is placed.
 */

/** Features over several nouns, which alone may import their siblings. */
const COMPOSED = [
  "assignment",
  "audit",
  "authorisation-matrix",
  "breach",
  "breach-fanout",
  "breach-notice",
  "call-script",
  "call-log",
  "campaign",
  "choice",
  "compliance",
  "consultation",
  "contact",
  "contract-end",
  "contract-export",
  "contract-import",
  "controller-archive",
  "controller-merge",
  "dossier",
  "dpo-figures",
  "example",
  "export",
  "filing-carry-over",
  "grant",
  "import",
  "instruction-export",
  "internal-note",
  "letter-resend",
  "notification",
  "obligation",
  "portal",
  "portal-decision",
  "portal-instruction",
  "portal-rights-request",
  "public-page",
  "reassessment",
  "record-links",
  "register-import",
  "reminder",
  "returned-mail",
  "rights-request",
  "search",
  "setup",
  "signatory-objection",
  "sub-processor-export",
  "thread",
  "today",
  "transfer-annexes",
  "upkeep",
].join("|");

const LOCAL = ["^(app|bench|components|e2e|lib|prisma|scripts)/", "^[^/]+[.](ts|tsx|mts|mjs|cjs)$"];
/** Tests and their fixtures, which may import anything. */
const TESTS = "[.](test|fixture)[.]tsx?$";
const ROOTS = [
  "^(instrumentation|proxy|next[.]config|vitest[.]config|playwright[.]config|prisma[.]config)[.]ts$",
  "^scripts/",
  "^bench/",
  "^prisma/seed[.]ts$",
];

const DOMAIN = "^lib/domain/";
const FORMS = "^lib/forms/";
const I18N = "^lib/i18n/";
const PLATFORM = "^lib/platform/";
const PRISMA = "^lib/generated/prisma/";

/**
 * Limits the imports of `from` to `reach` among our own files; packages are free. Tests may reach anything.
 */
function only(name, comment, from, reach) {
  return {
    name,
    comment,
    severity: "error",
    from: { pathNot: [TESTS, ...(from.pathNot ?? [])], path: from.path },
    to: { path: LOCAL, pathNot: reach },
  };
}

function never(name, comment, from, to) {
  return {
    name,
    comment,
    severity: "error",
    from: { ...from, pathNot: [TESTS, ...(from.pathNot ?? [])] },
    to,
  };
}

const pages = [
  only(
    "pages-show",
    "A page puts loaders' plain rows into components; it neither writes nor knows the platform.",
    { path: "^app/", pathNot: ["^app/api/"] },
    ["^app/(?!api/)", "^components/", "^lib/features/[^/]+/loaders[.]ts$", DOMAIN, FORMS, I18N],
  ),
  only(
    "api-routes-answer",
    "A route handler answers machines from the same data and verbs as the pages, through the same schemas.",
    { path: "^app/api/" },
    [
      "^app/api/",
      "^lib/features/[^/]+/((bulk-|list-)?schema[.]ts$|(read|write)/)",
      "^lib/domain/(outcome|invariant)/",
      PLATFORM,
    ],
  ),
];

const components = [
  only(
    "components-know-their-noun",
    "A noun's components use the kit, the shell, the reading of clauses, and their own form and verbs.",
    { path: "^components/([^/]+)/", pathNot: ["^components/(ui|shell|form)/"] },
    [
      "^components/(ui|shell|form|clauses|$1|$1-notice)/",
      "^lib/features/$1(-archive|-annexes)?/((bulk-|list-)?schema|actions|loaders)[.]ts$",
      DOMAIN,
      FORMS,
      I18N,
    ],
  ),
  only(
    "forms-know-no-noun",
    "How a form is refused, in conflict or lost for words is the same for every noun.",
    { path: "^components/form/" },
    ["^components/(ui|form)/", DOMAIN, FORMS, I18N],
  ),
  never(
    "components-take-types-of-loaders",
    "What a loader returns is a component's props; the loader itself would bring the database to the browser.",
    { path: "^components/" },
    { path: "^lib/features/[^/]+/loaders[.]ts$", dependencyTypesNot: ["type-only"] },
  ),
  only(
    "shell-signs-out-and-searches",
    "The shell is everybody's: it knows the account and the search, and no other noun.",
    { path: "^components/shell/" },
    ["^components/(ui|shell)/", "^lib/features/(account|search)/actions[.]ts$", DOMAIN, FORMS, I18N],
  ),
  only("ui-knows-nothing", "The kit knows words and itself.", { path: "^components/ui/" }, [
    "^lib/domain/invariant/",
    "^components/ui/",
    I18N,
  ]),
];

const features = [
  only(
    "leaves-stay-apart",
    "A leaf reaches a sibling's rows through a relation in its own queries, never by import.",
    { path: "^lib/features/([^/]+)/", pathNot: [`^lib/features/(${COMPOSED})/`] },
    ["^lib/features/$1/", DOMAIN, FORMS, PLATFORM, PRISMA, I18N],
  ),
  only(
    "composed-read-siblings",
    "What spans nouns may use its siblings' queries, verbs and schemas, never their actions, loaders or documents.",
    { path: `^lib/features/(${COMPOSED})/` },
    [
      "^lib/features/$1/",
      "^lib/features/[^/]+/((bulk-|list-)?schema[.]ts$|(read|write)/)",
      DOMAIN,
      FORMS,
      PLATFORM,
      PRISMA,
      I18N,
    ],
  ),
  only(
    "features-have-rooms",
    "A feature is its schema, loaders and actions; below them, what reads, what writes and what is printed.",
    {
      path: "^lib/features/[^/]+/[^/]+[.]ts$",
      pathNot: ["^lib/features/[^/]+/((bulk-|list-)?schema|loaders|actions)[.]ts$"],
    },
    [],
  ),
  never(
    "reads-write-nothing",
    "What reads or prints is behind a page, and a page writes nothing.",
    { path: "^lib/features/[^/]+/(read/|print/|loaders[.]ts$)" },
    { path: "^lib/features/[^/]+/(write/|actions[.]ts$)" },
  ),
  never(
    "reads-know-no-page",
    "A loader is asked by a page alone.",
    { path: "^lib/features/[^/]+/(read|write|print)/" },
    { path: "^lib/features/[^/]+/(loaders|actions)[.]ts$" },
  ),
  never(
    "actions-call-verbs",
    "An action authenticates, parses and calls one verb.",
    { path: "^lib/features/([^/]+)/actions[.]ts$" },
    { path: "^lib/features/[^/]+/(read/|print/|(loaders|actions)[.]ts$)" },
  ),
  never(
    "schemas-are-pure",
    "The same schema serves the browser's form and the action: zod and the domain, no I/O.",
    { path: "^lib/features/[^/]+/(bulk-|list-)?schema[.]ts$" },
    { pathNot: [DOMAIN, FORMS, "^lib/features/[^/]+/(bulk-|list-)?schema[.]ts$", "^node_modules/zod/"] },
  ),
];

/** Layers of the domain, the lowest first: kernel, nouns, comparisons of nouns, sheets, and import. */
const FLOORS = [
  "access|access-log|account|grant|invariant|journal|lifecycle|nouns|outbox|outcome|search|statute|text|time",
  "attachment|breach|choice|contact|controller|country|dpo-work|measure|member|minor|organisation|public-page|rights-request|thread",
  "call-script|contract|sub-processor|telephone-prospecting|transfer",
  "authorisation",
  "processing-record",
  "call-log|campaign|consultation|contact-permission|contract-end|instruction|template|transfer-annexes",
  "assignment|compliance|internal-note|notification|obligation|saved-view|today",
  "import",
  "contract-import",
];

const floors = [
  only(
    "domain-has-floors",
    "A new folder of the law is placed on a floor before it is used.",
    { path: `^lib/domain/(?!(${FLOORS.join("|")})/)[^/]+/` },
    [],
  ),
  ...FLOORS.slice(0, -1).map((folders, level) =>
    only(
      `floor-${level}`,
      "A floor of the law stands on those below it.",
      { path: `^lib/domain/(${folders})/` },
      FLOORS.slice(0, level + 1).map((own) => `^lib/domain/(${own})/`),
    ),
  ),
];

const foundations = [
  only(
    "platform-knows-no-noun",
    "The platform knows who asks, what is sealed and what time it is; and how a verb answers.",
    { path: PLATFORM },
    [PLATFORM, PRISMA, FORMS, "^lib/domain/(access|account|invariant|journal|nouns|outcome|time)/"],
  ),
  never(
    "domain-is-pure",
    "The law: neither React, Next, Prisma, Node nor the clock. zod reads shapes, diff compares lists: both are pure.",
    { path: DOMAIN },
    { pathNot: [DOMAIN, "^node_modules/(zod|diff)/"] },
  ),
  never(
    "forms-know-the-domain",
    "What a form sends and is given back: fields and their faults, for any noun.",
    { path: FORMS },
    { pathNot: [FORMS, DOMAIN, "^node_modules/zod/"] },
  ),
  only("words-know-the-domain", "Sentences and formats know the domain at most.", { path: I18N }, [
    I18N,
    DOMAIN,
  ]),
  never(
    "session-is-for-loaders",
    "Pages are gated by their loaders, forms by platform/action; verbs and data are handed a context.",
    {
      path: ["^lib/(?!platform/)", "^components/", "^app/(?!api/)"],
      pathNot: ["^lib/features/[^/]+/loaders[.]ts$"],
    },
    { path: "^lib/platform/request/request-session[.]ts$" },
  ),
  never(
    "scopes-are-minted-at-the-edge",
    "A scope comes from a session, a job, a factory or a test; a type may be named anywhere.",
    {
      pathNot: [
        "^lib/platform/request/(calendar-access|link-scope|public-scope|request-session|session-store)[.]ts$",
        "^lib/platform/jobs/",
        "^lib/features/import/read/plan-child[.]ts$",
        "^prisma/factories/",
        "^e2e/",
        ...ROOTS,
      ],
    },
    { path: "^lib/platform/database/scope[.]ts$" },
  ),
];

const outside = [
  {
    name: "no-circles",
    comment: "What is in a circle can only be understood at once.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-circles-of-folders",
    comment: "Two folders of the law that need each other are one.",
    severity: "error",
    scope: "folder",
    from: { path: "^lib/domain/[^/]+$" },
    to: { path: "^lib/domain/[^/]+$", circular: true },
  },
  never(
    "roots-are-not-imported",
    "Composition roots may name anything, so nothing may name them.",
    { pathNot: ["^e2e/", ...ROOTS] },
    { path: ROOTS },
  ),
  never(
    "factories-are-for-tests",
    "Factories make rows for seed, tests and bench, never for the product.",
    { pathNot: ["^prisma/factories/", "^e2e/", ...ROOTS] },
    { path: "^prisma/factories/" },
  ),
  only(
    "factories-act-by-verbs",
    "A factory makes rows as a person would: by the verbs of the nouns, never past their rules by a page or an action.",
    { path: "^prisma/factories/" },
    [
      "^prisma/factories/",
      "^lib/features/[^/]+/((bulk-|list-)?schema[.]ts$|(read|write)/)",
      DOMAIN,
      FORMS,
      PLATFORM,
      PRISMA,
    ],
  ),
  only(
    "bench-measures-from-outside",
    "The bench seeds by factories and verbs, and asks the built application over HTTP.",
    { path: "^bench/" },
    [
      "^(bench|prisma/factories|scripts)/",
      "^lib/features/[^/]+/((bulk-|list-)?schema[.]ts$|(read|write)/)",
      DOMAIN,
      PLATFORM,
      PRISMA,
    ],
  ),
  {
    name: "written-files-know-no-reader",
    comment:
      "The generator of spreadsheets makes truth and words by itself: what a reader knows would hide what it does not.",
    severity: "error",
    from: { path: "^lib/features/import/written-[^/]+[.]fixture[.]ts$" },
    to: { pathNot: "^lib/features/import/written-[^/]+[.]fixture[.]ts$" },
  },
  never(
    "tests-are-not-imported",
    "A test is the last reader.",
    { pathNot: ["^e2e/", ...ROOTS] },
    { path: [TESTS, "^e2e/"] },
  ),
  never(
    "build-needs-no-dev-dependency",
    "`npm ci --omit=dev` must be enough to build and serve.",
    { path: ["^(app|components|lib)/", "^(instrumentation|proxy|next[.]config)[.]ts$"] },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm", "npm-optional", "type-only"] },
  ),
  {
    name: "no-unknown-imports",
    comment: "An import that resolves to nothing is refused before it is run.",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: [...pages, ...components, ...features, ...floors, ...foundations, ...outside],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    // Type imports count too: a dependency that vanishes in compilation still binds its reader.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["^node_modules/", "^lib/generated/"] },
    exclude: { path: ["^[.](next|data|test|git)/", "^(test-results|playwright-report|docs|public)/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
