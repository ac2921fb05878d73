import { useContext } from 'preact/hooks';
import { mayAsk } from './may-ask.ts';
import { Icon } from './icon.tsx';
import { LocaleContext } from './locale-context.ts';
import { withQuery, type ThreadActions, type ThreadProps } from './thread-props.ts';

/** The bar at the foot of a phone: asking and commenting are one tap away, wherever one reads. */
export function AskBar({ props, actions }: { props: ThreadProps; actions: ThreadActions | null }) {
  const { say } = useContext(LocaleContext);
  const mayComment = props.thread.state === 'open' && (!props.mine || props.mine.guest || props.mine.may.comment);
  if (!mayAsk(props) && !mayComment) return null;
  return (
    <nav class="ask-bar" aria-label={say('pages.thread.takePart')}>
      {mayAsk(props) && <AskLink props={props} actions={actions} />}
      {mayComment && (
        <a
          class={mayAsk(props) ? 'button' : 'button primary'}
          href={`${withQuery(props, 'kind=comment')}#write`}
          onClick={actions?.open('comment')}
        >
          {say('pages.thread.comment')}
        </a>
      )}
    </nav>
  );
}

/** The way to the form for a question. */
export function AskLink({ props, actions }: { props: ThreadProps; actions: ThreadActions | null }) {
  const { say } = useContext(LocaleContext);
  return (
    <a
      class="button primary ask"
      href={`${withQuery(props, 'kind=question')}#write`}
      rel="nofollow"
      onClick={actions?.open('question')}
    >
      <Icon name="ask" />
      {say('pages.thread.ask')}
    </a>
  );
}
