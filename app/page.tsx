import { redirect } from "next/navigation";
import { loadHome } from "@/lib/features/organisation/loaders";

/** Redirects to sign-in, the only organisation, the portal or a choice. */
export default async function Home() {
  const { isSignedIn, organisations, hasPortal } = await loadHome();
  if (!isSignedIn) redirect("/sign-in");
  if (organisations.length === 0 && hasPortal) redirect("/portal");
  redirect(organisations.length === 1 && !hasPortal ? `/${organisations[0]!.slug}` : "/organisations");
}
