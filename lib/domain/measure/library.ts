import type { Family, MeasureArticle } from "./types";

/** Words: `measure-library.entries.<code>`. */
export type LibraryEntry = {
  code: string;
  family: Family;
  articles: readonly MeasureArticle[];
  /** Controls of ISO/IEC 27002:2022. */
  iso: readonly string[];
};

/** Article 32: measures of a call centre, each concrete enough to be checked on site. */
export const LIBRARY: readonly LibraryEntry[] = [
  {
    code: "security-policy",
    family: "governance",
    articles: ["32(1)(b)", "32(1)(d)"],
    iso: ["5.1", "5.2", "5.36"],
  },
  { code: "risk-analysis", family: "governance", articles: ["28(3)(f)", "32(2)"], iso: ["5.7", "5.34"] },
  { code: "security-audit", family: "governance", articles: ["32(1)(d)"], iso: ["5.35", "8.8", "8.34"] },
  { code: "user-charter", family: "people", articles: ["32(4)"], iso: ["5.10", "6.2", "6.4"] },
  {
    code: "confidentiality-commitment",
    family: "people",
    articles: ["28(3)(b)", "32(4)"],
    iso: ["6.2", "6.6"],
  },
  { code: "agent-training", family: "people", articles: ["32(4)"], iso: ["6.3"] },
  { code: "script-instructions", family: "people", articles: ["28(3)(a)", "32(4)"], iso: ["5.37"] },
  { code: "two-factors", family: "access", articles: ["32(1)(b)"], iso: ["5.17", "8.5"] },
  { code: "personal-accounts", family: "access", articles: ["32(1)(b)"], iso: ["5.16", "5.17"] },
  { code: "least-privilege", family: "access", articles: ["32(1)(b)"], iso: ["5.15", "5.18", "8.3"] },
  { code: "access-review", family: "access", articles: ["32(1)(b)", "32(1)(d)"], iso: ["5.18"] },
  { code: "admin-accounts", family: "access", articles: ["32(1)(b)"], iso: ["8.2", "8.18"] },
  { code: "leaver-revocation", family: "access", articles: ["32(1)(b)"], iso: ["5.11", "5.18", "6.5"] },
  {
    code: "locked-workstations",
    family: "workstations",
    articles: ["32(1)(b)"],
    iso: ["8.1", "8.9", "8.19"],
  },
  { code: "patches-malware", family: "workstations", articles: ["32(1)(b)"], iso: ["8.7", "8.8"] },
  { code: "hosted-desktops", family: "workstations", articles: ["32(1)(b)"], iso: ["8.1", "8.12"] },
  {
    code: "home-agents",
    family: "workstations",
    articles: ["32(1)(b)", "32(4)"],
    iso: ["6.7", "7.9", "8.1"],
  },
  { code: "network-segmentation", family: "network", articles: ["32(1)(b)"], iso: ["8.20", "8.22"] },
  { code: "vpn-access", family: "network", articles: ["32(1)(a)", "32(1)(b)"], iso: ["8.20", "8.21"] },
  { code: "hardened-servers", family: "network", articles: ["32(1)(b)"], iso: ["8.9", "8.19", "8.21"] },
  { code: "cloud-control", family: "network", articles: ["28(4)", "32(1)(b)"], iso: ["5.21", "5.23"] },
  { code: "badge-entry", family: "premises", articles: ["32(1)(b)"], iso: ["7.1", "7.2", "7.4"] },
  { code: "clean-desk", family: "premises", articles: ["32(1)(b)"], iso: ["7.6", "7.7"] },
  { code: "screen-privacy", family: "premises", articles: ["32(1)(b)"], iso: ["7.7", "7.8"] },
  { code: "card-pause", family: "calls", articles: ["25(1)", "32(1)(b)"], iso: ["8.11", "8.12"] },
  { code: "recording-encryption", family: "calls", articles: ["32(1)(a)"], iso: ["8.24"] },
  { code: "recording-deletion", family: "calls", articles: ["28(3)(a)", "28(3)(g)"], iso: ["5.33", "8.10"] },
  {
    code: "listening-rights",
    family: "calls",
    articles: ["32(1)(b)", "32(4)"],
    iso: ["5.15", "8.3", "8.15"],
  },
  { code: "masked-numbers", family: "calls", articles: ["25(1)", "32(1)(a)"], iso: ["8.11"] },
  { code: "caller-verification", family: "calls", articles: ["32(1)(b)"], iso: ["5.14", "5.34"] },
  { code: "list-separation", family: "campaigns", articles: ["28(3)(a)", "32(1)(b)"], iso: ["5.15", "8.3"] },
  { code: "opt-out-propagation", family: "campaigns", articles: ["28(3)(e)"], iso: ["5.34"] },
  { code: "pseudonymised-reports", family: "campaigns", articles: ["32(1)(a)"], iso: ["8.11", "8.33"] },
  { code: "data-return", family: "campaigns", articles: ["28(3)(g)"], iso: ["5.20", "8.10"] },
  { code: "file-transfer", family: "exchange", articles: ["32(1)(a)"], iso: ["5.14", "8.24"] },
  { code: "encryption-keys", family: "exchange", articles: ["32(1)(a)"], iso: ["8.24"] },
  { code: "access-logs", family: "traces", articles: ["32(1)(b)"], iso: ["8.15", "8.17"] },
  { code: "log-watch", family: "traces", articles: ["32(1)(b)", "32(1)(d)"], iso: ["8.16"] },
  { code: "backups", family: "continuity", articles: ["32(1)(b)", "32(1)(c)"], iso: ["8.13"] },
  { code: "restore-test", family: "continuity", articles: ["32(1)(c)", "32(1)(d)"], iso: ["5.30", "8.13"] },
  {
    code: "continuity-plan",
    family: "continuity",
    articles: ["32(1)(b)", "32(1)(c)"],
    iso: ["5.29", "5.30", "8.14"],
  },
  {
    code: "incident-procedure",
    family: "incidents",
    articles: ["28(3)(f)", "33(2)"],
    iso: ["5.24", "5.25", "5.26", "6.8"],
  },
  {
    code: "incident-lessons",
    family: "incidents",
    articles: ["28(3)(f)", "32(1)(d)"],
    iso: ["5.27", "5.28"],
  },
  { code: "subprocessor-check", family: "lifecycle", articles: ["28(4)"], iso: ["5.19", "5.20", "5.22"] },
  { code: "equipment-disposal", family: "lifecycle", articles: ["32(1)(b)"], iso: ["7.10", "7.13", "7.14"] },
  {
    code: "secure-development",
    family: "development",
    articles: ["25(1)", "32(1)(b)"],
    iso: ["8.25", "8.28", "8.31"],
  },
  {
    code: "ai-assistance",
    family: "development",
    articles: ["25(1)", "28(3)(a)"],
    iso: ["5.10", "5.23", "8.12"],
  },
];

const BY_CODE = new Map(LIBRARY.map((entry) => [entry.code, entry]));

/** The entry of a code, undefined where the library has none. */
export function libraryEntry(code: string): LibraryEntry | undefined {
  return BY_CODE.get(code);
}
