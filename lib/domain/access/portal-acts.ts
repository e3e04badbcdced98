/**
 * Effect of an act of a controller's contact on the controller's own position, 28(2) and 28(3)(a). "gives": somebody may do
 * more by it, so it is held back while nothing proves that the address is the controller's. "takes": somebody may do less;
 * it stands at once, whoever wrote it. "neutral": it tells or asks, and permits nothing.
 */
export type ActEffect = "gives" | "takes" | "neutral";

/** Every act of the policy that a contact may do and that is no reading, by what it comes to where that differs. */
export const PORTAL_ACTS = {
  "authorisation.decide": { approve: "gives", refuse: "takes", object: "takes", revoke: "takes" },
  "breach-notice.receive": "neutral",
  "breach-notice.state": "neutral",
  "call-script.decide": { approved: "gives", refused: "takes" },
  // Refused before the proof: nobody's address is proven by one that is not.
  "contact.confirm": "gives",
  // Holds back what a signatory gave. Asks for a proven address all the same: anybody else could silence the client.
  "contact.object": "takes",
  "export.take": "neutral",
  "instruction.give": "gives",
  "instruction.answer": {
    acknowledge: "neutral",
    // The writing that makes a document of a telephone call.
    "confirm-in-writing": "gives",
    confirm: "gives",
    // Ends the contested one; what comes in its place is given.
    amend: "takes",
    withdraw: "takes",
  },
  "rights-request.lodge": "neutral",
  "rights-request.answer": {
    execute: "gives",
    "execute-and-answer": "gives",
    refused: "takes",
    "extension-announced": "neutral",
    "identity-doubted": "neutral",
    "identity-confirmed": "neutral",
    answered: "neutral",
  },
  "thread.write": "neutral",
} as const satisfies Record<string, ActEffect | Record<string, ActEffect>>;

export type PortalAct = keyof typeof PORTAL_ACTS;

/** The effect of an act, by its outcome where it has several; an outcome that the table lacks is held, as the safe one. */
export function effectOf(act: PortalAct, outcome = ""): ActEffect {
  const declared: ActEffect | Record<string, ActEffect> = PORTAL_ACTS[act];
  return typeof declared === "string" ? declared : (declared[outcome] ?? "gives");
}
