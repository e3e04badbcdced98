import { defineNoun } from "./noun";

/** A person's own account. */
export const accountNoun = defineNoun({
  id: "account",
  acts: {},
  events: {
    "account.created": {},
    "account.updated": {},
    "sign-in.succeeded": {},
    "sign-in.failed": {},
    "sign-in.locked": {},
    // Refusals beyond the hourly number of single entries.
    "sign-in.refusals-counted": {},
    "sign-in.link-requested": {},
    "session.all-revoked": {},
    "password.changed": {},
    "password.reset-requested": {},
    "password.reset": {},
    "email.change-requested": {},
    "email.changed": {},
    "email.change-stopped": {},
    "second-factor.enabled": {},
    "second-factor.disabled": {},
    "second-factor.failed": {},
    "recovery-codes.renewed": {},
    "recovery-code.used": {},
    "passkey.added": {},
    "passkey.removed": {},
  },
});
