import { balanced, turns } from '../../locales/isolated.ts';

/** A name as somebody wrote it; one that is written from right to left turns nothing beside it. */
export const Name = ({ name }: { name: string }) => (turns(name) ? <bdi>{balanced(name)}</bdi> : <>{name}</>);

/** Names in a row. */
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
