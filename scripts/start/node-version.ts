import { ConfigurationError } from "@/lib/platform/environment/env";
import { refuseNode } from "./oldest-node.mjs";

/** Refuses a Node older than 20.19, which the web framework needs. `version` is like `20.19.0`. */
export function checkNodeVersion(version: string) {
  const refusal = refuseNode(version);
  if (refusal) throw new ConfigurationError(refusal);
}
