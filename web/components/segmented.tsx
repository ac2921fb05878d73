import type { ComponentChildren } from 'preact';

interface Segment {
  href: string;
  label: ComponentChildren;
  isChosen: boolean;
  onClick?: ((event: MouseEvent) => void) | undefined;
}

interface SegmentedProps {
  /** The name of the choice, for those who hear it. */
  label: string;
  segments: readonly Segment[];
  /** The meaning of the chosen link: the shown one of the page's parts, or a choice. */
  current?: 'page' | 'true';
  /** More classes, of the place. */
  at?: string;
  rel?: string;
}

/** A choice of one of a few views, each with its address. */
export const Segmented = ({ label, segments, current = 'true', at, rel }: SegmentedProps) => (
  <nav class={at ? `seg ${at}` : 'seg'} aria-label={label}>
    {segments.map(({ href, label: shown, isChosen, onClick }) => (
      <a key={href} href={href} rel={rel} aria-current={isChosen ? current : undefined} onClick={onClick}>
        {shown}
      </a>
    ))}
  </nav>
);

interface SegmentedChoiceProps {
  name: string;
  choices: readonly {
    id: string;
    /** The value that a form sends; none for a choice that the stylesheet alone follows. */
    value?: string;
    label: ComponentChildren;
    isChosen: boolean;
    /** By a script, which then says what is chosen. */
    onChoose?: ((event: Event) => void) | undefined;
  }[];
}

/** A choice of one of a few, sent with a form or followed by the stylesheet. Stands in a `fieldset` with its legend. */
export const SegmentedChoice = ({ name, choices }: SegmentedChoiceProps) => (
  <>
    {choices.map(({ id, value, label, isChosen, onChoose }) => (
      <>
        <input
          id={id}
          type="radio"
          name={name}
          value={value}
          {...(onChoose ? { checked: isChosen, onChange: onChoose } : { defaultChecked: isChosen })}
        />
        <label for={id}>{label}</label>
      </>
    ))}
  </>
);
