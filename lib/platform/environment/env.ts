import { createHmac, randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import {
  asksClearText,
  isClearTextRelay,
  isImapUrl,
  isMailbox,
  isPostgresUrl,
  isSmtpUrl,
  withoutLastSlashes,
} from "./addresses";
import { readOrCreatePrivateFile } from "./private-file";

/** Validated environment: `process.env` is read here alone. */
export type Env = z.output<typeof envSchema>;

/** A setting is missing or wrong; the message is written for the person who starts Amana. */
export class ConfigurationError extends Error {
  override name = "ConfigurationError";
}

let cachedEnv: Env | undefined;
let cachedSecret: string | undefined;

/** The checked environment of this process. Throws `ConfigurationError`. */
export function env(): Env {
  return (cachedEnv ??= parseEnv(process.env));
}

/** Forgets what was read, for tests that change the environment. */
export function resetEnv() {
  cachedEnv = undefined;
  cachedSecret = undefined;
}

/** Sets variables of this process where nobody has, for a command that begins elsewhere than the others. */
export function assumeWhereUnset(defaults: Record<string, string>) {
  const unset = Object.entries(defaults).filter(([name]) => !process.env[name]?.trim());
  assumeEnvironment(Object.fromEntries(unset));
}

/** Sets variables of this process, for tests that give it a database of its own. */
export function assumeEnvironment(changes: Record<string, string>) {
  Object.assign(process.env, changes);
  resetEnv();
}

/**
 * The one root secret (64 hex digits or more) from which every other is derived. With an embedded database it is
 * made once and kept in `<data>/secret` (0600); with an external one it is demanded from the environment, because
 * several machines must share it.
 */
export function rootSecret(): string {
  return (cachedSecret ??= findRootSecret(env()));
}

/** HMAC-SHA-256 in hex of a purpose such as `session`, `csrf` or `db:amana_app`, under the root secret. */
export function deriveSecret(root: string, purpose: string): string {
  return createHmac("sha256", root).update(purpose).digest("hex");
}

/** The owner's connection string with another role and password: same server, database and options. */
export function roleUrl(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.toString();
}

/** The roles the application connects as; none owns a table of the register nor passes row-level security. */
export const applicationRoles = {
  app: "amana_app",
  auth: "amana_auth",
  jobs: "amana_jobs",
  portal: "amana_portal",
  auditor: "amana_auditor",
  public: "amana_public",
} as const;

export type ApplicationRole = keyof typeof applicationRoles;

/** The password of an application role, always the same for one root secret. */
export function rolePassword(root: string, role: ApplicationRole): string {
  return deriveSecret(root, `db:${applicationRoles[role]}`);
}

/** The connection string of an application role, computed from the owner's. */
export function applicationUrl(ownerUrl: string, root: string, role: ApplicationRole): string {
  return roleUrl(ownerUrl, applicationRoles[role], rolePassword(root, role));
}

/** Address of the database for an application role: given by the launcher, else derived from the owner's. */
export function databaseUrl(role: ApplicationRole): string {
  const { DATABASE_APP_URL, DATABASE_AUTH_URL, DATABASE_JOBS_URL, DATABASE_PORTAL_URL } = env();
  const { DATABASE_AUDITOR_URL, DATABASE_PUBLIC_URL, DATABASE_URL } = env();
  const given = {
    app: DATABASE_APP_URL,
    auth: DATABASE_AUTH_URL,
    jobs: DATABASE_JOBS_URL,
    portal: DATABASE_PORTAL_URL,
    auditor: DATABASE_AUDITOR_URL,
    public: DATABASE_PUBLIC_URL,
  }[role];
  if (given) return given;
  if (DATABASE_URL) return applicationUrl(DATABASE_URL, rootSecret(), role);
  throw new ConfigurationError(
    "No database: start Amana with `npm start` or `npm run dev`, or set DATABASE_URL.",
  );
}

/** Returns the variables any program needs of the system: a child that receives them sees no secret. */
export function systemEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  return { NODE_ENV: env().NODE_ENV, PATH, SystemRoot, TEMP, TMPDIR };
}

/** The whole environment with changes, for a child that is Amana itself. */
export function childEnvironment(changes: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** Checks an environment; exported for tests. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = envSchema.safeParse(filled);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new ConfigurationError(`The environment is not usable:\n${lines.join("\n")}`);
}

const postgresUrl = z
  .string()
  .refine(isPostgresUrl, "expected postgresql://user:password@host:port/database (a host is needed)");

const envSchema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    CI: z.stringbool().catch(true).default(false),
    AMANA_DATA_DIR: z.string().default(".data"),
    AMANA_URL: z
      .url({ protocol: /^https?$/, error: "expected an address such as https://amana.example" })
      .optional(),
    AMANA_SECRET: z
      .string()
      .regex(
        /^([0-9a-f]{2}){32,}$/i,
        "expected at least 32 random bytes in hex, as `openssl rand -hex 32` prints",
      )
      .optional(),
    PORT: z.coerce.number("expected a port number").int().min(1).max(65535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    /** Tells browsers to come by https to every host below AMANA_URL's as well. */
    HSTS_SUBDOMAINS: z.stringbool().default(false),
    /** Hosts that feeds may be read from: "any", "off", or names separated by commas, `*.europa.eu` for those below. */
    OUTBOUND_HOSTS: z.string().default("any").transform(readHosts),
    /** A proxy in front sets X-Forwarded-For; without one the header is anybody's word and is overwritten. */
    /** Countries that forms do not offer, by their ISO codes; "none" offers every one. */
    COUNTRIES_NOT_OFFERED: z.string().default("EH").transform(readCountries),
    TRUST_PROXY: z.stringbool().default(false),
    WEB_WORKERS: z.coerce.number("expected a number of processes").int().min(1).max(256).optional(),
    DATABASE_URL: postgresUrl.optional(),
    DATABASE_APP_URL: postgresUrl.optional(),
    DATABASE_AUTH_URL: postgresUrl.optional(),
    DATABASE_PORTAL_URL: postgresUrl.optional(),
    DATABASE_AUDITOR_URL: postgresUrl.optional(),
    DATABASE_PUBLIC_URL: postgresUrl.optional(),
    DATABASE_JOBS_URL: postgresUrl.optional(),
    /** Set by the launcher: "keep" where the server admits every pool of this machine, full. */
    DATABASE_IDLE_CONNECTIONS: z.enum(["keep", "close"], "expected keep or close").default("close"),
    /** Set by the launcher: where the files of the embedded database lie. */
    DATABASE_FOLDER: z.string().default(""),
    /** "off" in a web process that leaves jobs to `npm run worker`. */
    AMANA_JOBS: z.enum(["on", "off"], "expected on or off").default("on"),
    /** Letters wait in the outbox without a server, where their links can be read. */
    SMTP_URL: z
      .string()
      .refine(isSmtpUrl, "expected smtp://user:password@host:port, or smtps:// for TLS from the first byte")
      .refine(
        (address) => !asksClearText(address) || isClearTextRelay(address),
        "requireTLS=false is for a relay on this very machine: letters and passwords never cross a network in clear",
      )
      .optional(),
    MAIL_FROM: z
      .string()
      .refine(isMailbox, "expected an address such as dpo@centre.example, or Centre <dpo@centre.example>")
      .optional(),
    /** Envelope sender, to which servers return undeliverable letters; MAIL_FROM's address where it is absent. */
    MAIL_RETURN_PATH: z.email("expected an address such as returns@centre.example").optional(),
    /** An address outside the operator's hands that receives each signed head of a journal within its day; none where absent. */
    HEADS_TO: z.email("expected an address such as heads@archive.example").optional(),
    /** An authority of time stamps (RFC 3161) that stamps published heads; none where absent. */
    TIMESTAMP_URL: z
      .url({ protocol: /^https?$/, error: "expected an address such as https://stamps.example/tsr" })
      .optional(),
    /** The mailbox that returned mail comes to, read every minute. */
    IMAP_URL: z
      .string()
      .refine(
        isImapUrl,
        "expected imaps://user:password@host:993/INBOX, or imap:// on this very machine: a password never crosses a network in clear",
      )
      .optional(),
    TEST_DATABASE_URL: postgresUrl.optional(),
    /** Set by the database tests: the folder of the children's programs that they compiled. */
    TEST_CHILDREN: z.string().default(""),
    CHROMIUM_PATH: z.string().optional(),
    npm_lifecycle_event: z.string().optional(),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    path: ["MAIL_FROM"],
    error: "needed with SMTP_URL: the address that letters are sent from",
  })
  .transform((given) => ({
    ...given,
    AMANA_DATA_DIR: resolve(/* turbopackIgnore: true */ given.AMANA_DATA_DIR),
    AMANA_URL: withoutLastSlashes(given.AMANA_URL ?? `http://localhost:${given.PORT}`),
    WEB_WORKERS: given.WEB_WORKERS ?? availableParallelism(),
  }));

/** "EH, XX": codes of ISO 3166-1 alpha-2; "none": no country. */
function readCountries(text: string, context: z.RefinementCtx<string>): readonly string[] {
  const codes = text
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((code) => code !== "");
  if (codes.join() === "NONE") return [];
  if (codes.every((code) => /^[A-Z]{2}$/.test(code))) return codes;
  context.addIssue({ code: "custom", message: "expected codes of two letters such as EH, or none" });
  return z.NEVER;
}

function readHosts(text: string, context: z.RefinementCtx<string>): readonly string[] | "any" {
  const said = text.trim().toLowerCase();
  if (said === "any") return "any";
  if (said === "off") return [];
  const hosts = said.split(",").map((host) => host.trim());
  const wrong = hosts.find((host) => !isHost(host.startsWith("*.") ? host.slice(2) : host));
  if (wrong === undefined) return hosts;
  context.addIssue({
    code: "custom",
    message: `expected any, off, or hosts such as www.cnil.fr, *.europa.eu, without scheme and port; not "${wrong}"`,
  });
  return z.NEVER;
}

function isHost(text: string): boolean {
  const address = `http://${text}`;
  return !text.includes("*") && URL.canParse(address) && new URL(address).hostname === text;
}

function findRootSecret(current: Env): string {
  if (current.AMANA_SECRET) return current.AMANA_SECRET;
  if (current.DATABASE_URL || current.DATABASE_APP_URL) {
    throw new ConfigurationError(
      "AMANA_SECRET is needed with DATABASE_URL: every machine must share it, so it is not made here.\n" +
        "Make one with `openssl rand -hex 32` and keep it beside your other secrets.",
    );
  }
  return readSecretFile(join(current.AMANA_DATA_DIR, "secret"));
}

function readSecretFile(path: string): string {
  const secret = readOrCreatePrivateFile(path, () => randomBytes(32).toString("hex")).trim();
  if (/^([0-9a-f]{2}){32,}$/i.test(secret)) return secret;
  throw new ConfigurationError(
    `${path} does not hold a secret (64 hex digits). Put the right one back from a backup.`,
  );
}
