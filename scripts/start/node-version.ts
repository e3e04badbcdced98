import { ConfigurationError } from "@/lib/platform/environment/env";

/** Refuses a Node older than 20.19, which the web framework needs. `version` is like `20.19.0`. */
export function checkNodeVersion(version: string) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new ConfigurationError(`Amana needs Node 20.19 or later; this is ${version}.`);
}
