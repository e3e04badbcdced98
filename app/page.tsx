import { redirect } from "next/navigation";
import { loadHome } from "@/lib/features/organisation/loaders";

/** The door: to sign-in, to one's only organisation, or to the choice between several. */
export default async function Home() {
  const { isSignedIn, organisations } = await loadHome();
  if (!isSignedIn) redirect("/sign-in");
  redirect(organisations.length === 1 ? `/${organisations[0]!.slug}` : "/organisations");
}
