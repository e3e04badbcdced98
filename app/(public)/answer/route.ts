import { redirect } from "next/navigation";

/** Leads a link that lost its end to the page of one that nobody made. */
export function GET(): never {
  redirect("/answer/unknown/ended");
}
