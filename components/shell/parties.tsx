type Party = { name: string; contact: string; address: string };

/** Company that asks a stranger something, or for which it is asked, with its addresses; a blank one is not shown. */
export function PartyDetails({ name, contact, address }: Party) {
  return (
    <dd>
      <bdi>{name}</bdi>
      {[address, contact]
        .filter((part) => part !== "")
        .map((part) => (
          <span key={part} className="answer-address">
            <bdi>{part}</bdi>
          </span>
        ))}
    </dd>
  );
}
