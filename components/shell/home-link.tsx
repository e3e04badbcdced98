import type { ComponentProps } from "react";

/**
 * Uses a plain link: on error pages, which are bundled with every page, the router's link would be prefetched each
 * time.
 */
export function HomeLink(props: Omit<ComponentProps<"a">, "href">) {
  // eslint-disable-next-line @next/next/no-html-link-for-pages -- the router's link is what this one stands in for: it would come with every page a second and a third time
  return <a href="/" {...props} />;
}
