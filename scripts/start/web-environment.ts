import { deriveSecret, env } from "@/lib/platform/env";
import type { ReadyDatabase } from "./database";

/** What a web process is told: the two roles it connects as, never the owner. */
export function webEnvironment({ appUrl, authUrl, secret }: ReadyDatabase): Record<string, string> {
  const { AMANA_URL, HOST, PORT, TRUST_PROXY } = env();
  return {
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: "",
    DATABASE_APP_URL: appUrl,
    DATABASE_AUTH_URL: authUrl,
    AMANA_SECRET: secret,
    AMANA_URL,
    NEXTAUTH_URL: AMANA_URL,
    NEXTAUTH_SECRET: deriveSecret(secret, "session"),
    HOST,
    TRUST_PROXY: String(TRUST_PROXY),
    PORT: String(PORT),
  };
}
