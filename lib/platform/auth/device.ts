import type { Device } from "@/lib/platform/context";

/** Where a request comes from. The launcher's server writes the peer's address; a proxy in front appends the one it saw,
 * so the last is the only one that a visitor cannot have written. */
export function deviceOf(headers: Headers): Device {
  return {
    userAgent: (headers.get("user-agent") ?? "").slice(0, 300),
    address: headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "",
  };
}
