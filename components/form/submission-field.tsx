import { newSubmissionKey } from "./submission-key";

/** For a form that goes to `app/api`: what it sends twice is done once. The server's own key stays in the page. */
export function SubmissionField() {
  return (
    <input type="hidden" name="$submission" defaultValue={newSubmissionKey()} suppressHydrationWarning />
  );
}
