import type { FormState } from "@/lib/forms/form-state";

type OrgAction = (org: string, state: FormState, form: FormData) => Promise<FormState>;
type BoundAction = (state: FormState, form: FormData) => Promise<FormState>;

const bound = new WeakMap<OrgAction, Map<string, BoundAction>>();

/**
 * Returns the same function for each organisation: after a form without JavaScript React waits for the bound action and
 * renders again, and a new function each time would suspend for ever.
 */
export function bindAction(action: OrgAction, org: string): BoundAction {
  const ofAction = bound.get(action) ?? new Map<string, BoundAction>();
  bound.set(action, ofAction);
  const known = ofAction.get(org) ?? action.bind(null, org);
  ofAction.set(org, known);
  return known;
}
