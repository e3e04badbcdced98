import type { Act } from "@/lib/domain/nouns/policy";
import type { AuthorisationEventKind } from "./types";

/** Recording an answer requires the right to write; changing the state of a request requires a steward. */
export const EVENT_NEEDS: Record<AuthorisationEventKind, Act> = {
  submit: "authorisation.send",
  notify: "authorisation.send",
  receive: "authorisation.write",
  "ask-confirmation": "authorisation.send",
  approve: "authorisation.move",
  refuse: "authorisation.move",
  object: "authorisation.move",
  meet: "authorisation.write",
  revoke: "authorisation.move",
  suspend: "authorisation.move",
  resume: "authorisation.move",
  withdraw: "authorisation.move",
  replace: "authorisation.move",
  terminate: "authorisation.move",
  supersede: "authorisation.send",
  end: "authorisation.move",
};
