interface RefusalProps {
  title: string;
  detail?: string | undefined;
  errors?: readonly { pointer: string; detail: string }[] | undefined;
  /** The refused fields that are on the page, by the names that the refusal has for them: these are their ids, too. */
  fields?: readonly string[];
}

/** A refusal shown where it happened, with the way to each field that it names. */
export function Refusal({ title, detail, errors = [], fields = [] }: RefusalProps) {
  return (
    <div class="refusal" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      {errors.length > 0 ? (
        <ul>
          {errors.map(({ pointer, detail: fault }) => (
            <li key={pointer}>
              {fields.includes(pointer.slice(2)) ? <a href={`#${pointer.slice(2)}`}>{fault}</a> : fault}
            </li>
          ))}
        </ul>
      ) : (
        detail && <p>{detail}</p>
      )}
    </div>
  );
}
