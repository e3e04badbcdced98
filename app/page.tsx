import { redirect } from "next/navigation";
import { onlyOf } from "@/lib/domain/invariant/required";
import { loadHome } from "@/lib/features/organisation/loaders";

/** Redirects to sign-in, the only organisation, the portal or a choice. */
export default async function Home() {
  const { isSignedIn, organisations, hasPortal } = await loadHome();
  if (!isSignedIn) redirect("/sign-in");
  if (organisations.length === 0 && hasPortal) redirect("/portal");
  const only = onlyOf(organisations);
  redirect(only && !hasPortal ? `/${only.slug}` : "/organisations");
}
