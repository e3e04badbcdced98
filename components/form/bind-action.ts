import type { FormState } from "@/lib/forms/form-state";

type OrgAction = (org: string, state: FormState, form: FormData) => Promise<FormState>;
type BoundAction = (state: FormState, form: FormData) => Promise<FormState>;

const bound = new WeakMap<OrgAction, Map<string, BoundAction>>();

/**
 * The action of one organisation, always the same function: after a form is sent without JavaScript, React waits for
 * what was bound and renders again, and a function bound anew each time would be waited for without end.
 */
export function bindAction(action: OrgAction, org: string): BoundAction {
  const ofAction = bound.get(action) ?? new Map<string, BoundAction>();
  bound.set(action, ofAction);
  const known = ofAction.get(org) ?? action.bind(null, org);
  ofAction.set(org, known);
  return known;
}
