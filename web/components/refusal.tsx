/** A refusal shown where it happened, field by field where it names fields. */
export function Refusal({
  title,
  detail,
  errors = [],
}: {
  title: string;
  detail?: string | undefined;
  errors?: readonly { pointer: string; detail: string }[] | undefined;
}) {
  return (
    <div class="refusal" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      {errors.length > 0 ? (
        <ul>
          {errors.map((error) => (
            <li key={error.pointer}>{error.detail}</li>
          ))}
        </ul>
      ) : (
        detail && <p>{detail}</p>
      )}
    </div>
  );
}
