import { deriveSecret, env } from "@/lib/platform/environment/env";
import type { ReadyDatabase } from "./database";

/** Environment of the web and job processes: the roles they connect as, never the owner. */
export function webEnvironment(database: ReadyDatabase): Record<string, string> {
  const { appUrl, authUrl, portalUrl, auditorUrl, publicUrl, jobsUrl } = database;
  const { folder, secret, idleConnections } = database;
  const {
    AMANA_JOBS,
    AMANA_URL,
    HOST,
    HSTS_SUBDOMAINS,
    MAIL_FROM = "",
    OUTBOUND_HOSTS,
    PORT,
    SMTP_URL = "",
    TRUST_PROXY,
  } = env();
  const { HEADS_TO = "", IMAP_URL = "", MAIL_RETURN_PATH = "", TIMESTAMP_URL = "" } = env();
  return {
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: "",
    DATABASE_APP_URL: appUrl,
    DATABASE_AUTH_URL: authUrl,
    DATABASE_PORTAL_URL: portalUrl,
    DATABASE_AUDITOR_URL: auditorUrl,
    DATABASE_PUBLIC_URL: publicUrl,
    DATABASE_JOBS_URL: jobsUrl,
    DATABASE_IDLE_CONNECTIONS: idleConnections,
    DATABASE_FOLDER: folder,
    AMANA_JOBS,
    SMTP_URL,
    MAIL_FROM,
    MAIL_RETURN_PATH,
    IMAP_URL,
    HEADS_TO,
    TIMESTAMP_URL,
    AMANA_SECRET: secret,
    AMANA_URL,
    NEXTAUTH_URL: AMANA_URL,
    NEXTAUTH_SECRET: deriveSecret(secret, "session"),
    HOST,
    HSTS_SUBDOMAINS: String(HSTS_SUBDOMAINS),
    OUTBOUND_HOSTS: OUTBOUND_HOSTS === "any" ? "any" : OUTBOUND_HOSTS.join(",") || "off",
    TRUST_PROXY: String(TRUST_PROXY),
    PORT: String(PORT),
  };
}
