import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Avatar } from '../components/avatar.tsx';
import { Chip } from '../components/chip.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { Name } from '../components/name.tsx';
import type { RecapLineShape } from './recap-shapes.ts';

interface RecapBylineProps {
  author: RecapLineShape['author'];
  isOfficial: boolean;
  /** The part after the name, such as the day. */
  children?: ComponentChildren;
}

/** Draws the author of a recap: picture, name and roles; an official one is marked instead of signed. */
export function RecapByline({ author, isOfficial, children }: RecapBylineProps) {
  const { say } = useContext(LocaleContext);
  return (
    <p class="byline">
      {!isOfficial && <Avatar author={author} />}
      {isOfficial && <Chip kind="answered">{say('pages.recaps.official')}</Chip>}
      {!isOfficial &&
        (author?.path ? (
          <a href={author.path} rel="author">
            <b>
              <Name name={author.name} />
            </b>
          </a>
        ) : (
          <b>{author ? <Name name={author.name} /> : say('pages.thread.former')}</b>
        ))}
      {author?.roles.map((role) => (
        <Chip key={role} kind="role">
          {say(`pages.role.${role}`)}
        </Chip>
      ))}
      {children}
    </p>
  );
}
