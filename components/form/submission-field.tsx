import { newSubmissionKey } from "./submission-key";

/** Key of one sending for forms posted to a route, so that a repeated post acts once. */
export function SubmissionField() {
  return (
    <input type="hidden" name="$submission" defaultValue={newSubmissionKey()} suppressHydrationWarning />
  );
}
