import { ruleIn } from '../../locales/rules.ts';
import type { ComponentChildren } from 'preact';
import { Refusal } from '../components/refusal.tsx';
import type { CommentShape } from '../components/shapes.ts';
import type { DeskProps, SentDeskForm } from './desk-props.ts';

export const CommentText = ({ comment }: { comment: CommentShape }) => (
  <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
);

/** The text typed into this form, when it was the one that was refused. */
export const sentTo = ({ sent }: DeskProps, act: string, id = ''): SentDeskForm | null =>
  sent?.act === act && sent.id === id ? sent : null;

interface DeskFormProps {
  desk: DeskProps;
  act: string;
  id?: string;
  /** Of what the form changes, as it is shown. */
  version?: string;
  /** Draws the fields, with what was typed before. */
  children: (typed: SentDeskForm['fields']) => ComponentChildren;
}

/** A form of the desk. A refusal is shown in it, above what was typed. */
export function DeskForm({ desk, act, id, version, children }: DeskFormProps) {
  const { say } = desk.context;
  const sent = sentTo(desk, act, id);
  return (
    <form method="post" action={`${desk.here}/desk`}>
      <input type="hidden" name="act" value={act} />
      {id && <input type="hidden" name="id" value={id} />}
      {version && <input type="hidden" name="version" value={version} />}
      {sent && <Refusal title={sent.refusal.title} detail={sent.refusal.detail} errors={sent.refusal.errors} />}
      {sent?.refusal.type.endsWith('/persona-choice-required') && (
        <p>
          <a href="/claim" target="_blank" rel="noopener">
            {say('pages.claim.chooseLink')}
          </a>
        </p>
      )}
      {children(sent?.fields ?? {})}
    </form>
  );
}

interface DeskButtonProps {
  desk: Pick<DeskProps, 'here'>;
  act: string;
  id?: string | undefined;
  label: ComponentChildren;
  /** The whole accessible name, where the label alone is too short. */
  title?: string;
  look?: 'primary' | 'quiet';
  extra?: Record<string, string>;
}

/** An act of one press. */
export function DeskButton({ desk, act, id, label, title, look, extra = {} }: DeskButtonProps) {
  return (
    <form method="post" action={`${desk.here}/desk`} class="act">
      <input type="hidden" name="act" value={act} />
      {id && <input type="hidden" name="id" value={id} />}
      {Object.entries(extra).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class={look} data-act={act} aria-label={title}>
        {label}
      </button>
    </form>
  );
}

/** Asks for a name where the account has none yet, because what it says is published under one. */
export function NameField({ desk, typed }: { desk: DeskProps; typed: SentDeskForm['fields'] }) {
  if (desk.offeredName === null) return null;
  return (
    <label>
      {desk.context.say('pages.desk.name')}{' '}
      <input name="name" required maxlength={60} value={typed['name'] ?? desk.offeredName} autocomplete="name" />
    </label>
  );
}

interface RuleFieldProps {
  desk: DeskProps;
  typed: SentDeskForm['fields'];
}

/** The rule and the reason of a moderator's act. */
export function RuleFields({ desk: { context, rules }, typed }: RuleFieldProps) {
  const { say, locale } = context;
  return (
    <>
      <label>
        {say('pages.organize.rule')}{' '}
        <select name="rule">
          {rules.map((rule) => (
            <option key={rule.key} value={rule.key} selected={typed['rule'] === rule.key}>
              {ruleIn(rule, locale).title}
            </option>
          ))}
        </select>
      </label>
      <ReasonField label={say('pages.organize.reason')} typed={typed} />
    </>
  );
}

export const ReasonField = ({ label, typed }: { label: string; typed: SentDeskForm['fields'] }) => (
  <label>
    {label} <input name="reason" required minlength={2} maxlength={1000} value={typed['reason']} dir="auto" />
  </label>
);
