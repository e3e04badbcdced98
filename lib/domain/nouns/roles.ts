import type { ContactRole, Role } from "@/lib/domain/access/actor";

export const EVERYONE = ["owner", "dpo", "editor", "viewer"] as const satisfies readonly Role[];
export const WRITERS = ["owner", "dpo", "editor"] as const satisfies readonly Role[];
export const STEWARDS = ["owner", "dpo"] as const satisfies readonly Role[];
export const OWNER = ["owner"] as const satisfies readonly Role[];
export const CONTACTS = ["reader", "signatory"] as const satisfies readonly ContactRole[];
export const SIGNATORIES = ["signatory"] as const satisfies readonly ContactRole[];
