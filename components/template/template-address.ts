/** Where templates are read, and where an entry begins from one; the controller chosen beforehand goes along. */
export function templatesHref(org: string, controller: string, code = ""): string {
  return withQuery(`/${org}/records/templates${code && `/${code}`}`, { controller });
}

export function beginHref(org: string, controller: string, template = ""): string {
  return withQuery(`/${org}/records/new`, { template, controller });
}

function withQuery(path: string, query: Record<string, string>): string {
  const said = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  return said.size > 0 ? `${path}?${said}` : path;
}
