import type { ComponentProps } from "react";

/**
 * The way home from where nothing else is sure: a plain link, which asks for the page anew. What stands behind every
 * page (a fault, "not found") would otherwise bring the router's link to each of them once more.
 */
export function HomeLink(props: Omit<ComponentProps<"a">, "href">) {
  // eslint-disable-next-line @next/next/no-html-link-for-pages -- the router's link is what this one stands in for: it would come with every page a second and a third time
  return <a href="/" {...props} />;
}
