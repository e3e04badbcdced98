import { env } from "@/lib/platform/environment/env";
import { isPublicAddress } from "./public-address";

/** Says where this server may connect to for content that somebody named: feeds, and whatever else is fetched. */
export type OutboundPolicy = {
  isHostAllowed: (hostname: string) => boolean;
  isPortAllowed: (port: number) => boolean;
  isAddressAllowed: (address: string) => boolean;
};

/** Ports of http and https: others belong to services that speak something else, and may obey what they are sent. */
const WEB_PORTS: readonly number[] = [80, 443];

/** Web ports of the public internet, of the hosts that the operator's `OUTBOUND_HOSTS` admits. */
export function operatorPolicy(hosts: readonly string[] | "any" = env().OUTBOUND_HOSTS): OutboundPolicy {
  return {
    isHostAllowed: (hostname) => hosts === "any" || hosts.some((host) => isHostOf(hostname, host)),
    isPortAllowed: (port) => WEB_PORTS.includes(port),
    isAddressAllowed: isPublicAddress,
  };
}

/** `*.europa.eu` stands for every host below it and not for itself. Names are compared without case and final dot. */
function isHostOf(hostname: string, allowed: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  return allowed.startsWith("*.") ? host.endsWith(allowed.slice(1)) : host === allowed;
}
