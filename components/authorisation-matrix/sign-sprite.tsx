import { SIGNED_STATES, SIGNS, signId } from "./signs";

/** Defines each sign once: thousands of cells refer to it. */
export function SignSprite() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        {SIGNED_STATES.map((state) => {
          const Glyph = SIGNS[state];
          return <Glyph key={state} id={signId(state)} size={14} strokeWidth={1.75} />;
        })}
      </defs>
    </svg>
  );
}
