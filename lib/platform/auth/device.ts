import type { Device } from "./options";

/** Where a request comes from. The launcher's server writes the peer's address; a proxy in front adds its own. */
export function deviceOf(headers: Headers): Device {
  return {
    userAgent: headers.get("user-agent") ?? "",
    address: headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "",
  };
}
