import { queryHref } from "@/components/ui/query-href";

/** Retains the preselected controller. */
export function templatesHref(org: string, controller: string, code = ""): string {
  return queryHref(`/${org}/records/templates${code && `/${code}`}`, { controller });
}

export function beginHref(org: string, controller: string, template = ""): string {
  return queryHref(`/${org}/records/new`, { template, controller });
}
