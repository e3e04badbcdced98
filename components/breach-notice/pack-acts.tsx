import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Facts in the order of the authority's form; a post, for taking them is journalled. */
export function PackActs({ to, id }: { to: string; id: string }) {
  const t = useTranslations("breach-notice");
  return (
    <div className="bar mt-3">
      {(["pdf", "json"] as const).map((format) => (
        <form key={format} method="post" action={to}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="format" value={format} />
          <Button type="submit">{t(`portal.pack.${format}`)}</Button>
        </form>
      ))}
    </div>
  );
}
