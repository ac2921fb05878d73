import { balanced, turns } from '../../locales/isolated.ts';

/** A name as its owner wrote it; a right-to-left one does not reorder the text beside it. */
export const Name = ({ name }: { name: string }) => (turns(name) ? <bdi>{balanced(name)}</bdi> : <>{name}</>);

/** A list of names. */
export const Names = ({ of }: { of: readonly { name: string }[] }) => (
  <>
    {of.map(({ name }, i) => (
      <>
        {i > 0 && ', '}
        <Name name={name} />
      </>
    ))}
  </>
);
