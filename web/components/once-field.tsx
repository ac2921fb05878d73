/** The key of a form that makes something, so that pressing its button twice makes it once. */
export const OnceField = ({ context: { onceKey } }: { context: { onceKey?: string } }) => (
  <input type="hidden" name="once" value={onceKey ?? ''} />
);
