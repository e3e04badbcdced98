type QrSquareProps = { square: { size: number; path: string }; label: string };

/** Dark on white in every theme, because scanners need it. */
export function QrSquare({ square, label }: QrSquareProps) {
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${square.size} ${square.size}`}
      width="208"
      height="208"
      shapeRendering="crispEdges"
    >
      <rect width={square.size} height={square.size} fill="#fff" />
      <path d={square.path} fill="#1d1a24" />
    </svg>
  );
}
