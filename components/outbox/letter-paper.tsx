import type { loadLetter } from "@/lib/features/outbox/loaders";

type Letter = NonNullable<Awaited<ReturnType<typeof loadLetter>>["letter"]>;

/** Renders the letter in its reader's language and direction; masks its link. */
export function LetterPaper({ letter }: { letter: Letter }) {
  const { locale, direction, subject, greeting, paragraphs, action, closing, foot } = letter;
  return (
    <article
      lang={locale}
      dir={direction}
      className="max-w-[600px] border border-rule border-t-2 border-t-ink bg-raised px-8 py-6 max-narrow:px-5"
    >
      <p className="font-serif text-[19px] leading-7 font-semibold">{subject}</p>
      <hr className="my-4 border-ink" />
      {[greeting, ...paragraphs].map((text, index) => (
        <p key={index} className="mb-3">
          {text}
        </p>
      ))}
      {action && (
        <p className="my-4">
          <span className="inline-block rounded-control bg-accent px-4 py-2 font-semibold text-on-accent">
            {action.label}
          </span>
        </p>
      )}
      <p className="mb-3">{closing}</p>
      <footer className="mt-6 border-t border-rule pt-3 text-[12.5px] leading-[18px] text-ink-2">
        {foot.organisation && <p className="font-semibold">{foot.organisation}</p>}
        {foot.address && <p>{foot.address}</p>}
        <p className="mt-2">{foot.sender}</p>
      </footer>
    </article>
  );
}
