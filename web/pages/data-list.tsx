interface DataListProps<Item> {
  title: string;
  items: readonly Item[];
  show: (item: Item) => preact.JSX.Element;
}

/** A list with its title; nothing without items. */
export function DataList<Item>({ title, items, show }: DataListProps<Item>) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="cards">
        {items.map((item, i) => (
          <li key={i}>{show(item)}</li>
        ))}
      </ul>
    </section>
  );
}
