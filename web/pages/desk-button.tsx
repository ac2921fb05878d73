import type { CommentShape } from '../components/shapes.ts';

export const CommentText = ({ comment }: { comment: CommentShape }) => (
  <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
);

interface HiddenFieldsProps {
  act: string;
  id?: string | undefined;
  /** Of what the form changes, as it is shown. */
  version?: string;
}

export function HiddenFields({ act, id, version }: HiddenFieldsProps) {
  return (
    <>
      <input type="hidden" name="act" value={act} />
      {id && <input type="hidden" name="id" value={id} />}
      {version && <input type="hidden" name="version" value={version} />}
    </>
  );
}

interface DeskButtonProps {
  here: string;
  act: string;
  id?: string;
  label: string;
  primary?: boolean;
  extra?: Record<string, string>;
}

export function DeskButton({ here, act, id, label, primary = false, extra = {} }: DeskButtonProps) {
  return (
    <form method="post" action={`${here}/desk`} class="act">
      <HiddenFields act={act} id={id} />
      {Object.entries(extra).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class={primary ? 'primary' : ''} data-act={act}>
        {label}
      </button>
    </form>
  );
}
