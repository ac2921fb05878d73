import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { Button } from '../components/button.tsx';
import { Name } from '../components/name.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Page, type PageContext } from './page.tsx';
import type { QueuedRecapShape } from './queue-item.ts';
import { RuleChoice } from './rule-choice.tsx';
import { SanctionFields } from './sanction-fields.tsx';

export const RECAP_ACTS = ['hide', 'show', 'mute'] as const;
export type RecapAct = (typeof RECAP_ACTS)[number];

interface RecapModerationProps {
  context: PageContext;
  act: RecapAct;
  conference: ConferenceShape;
  recap: QueuedRecapShape;
  /** The path of the recap's page. */
  here: string;
  /** Whether the recap was hidden by the form before. */
  isJustHidden: boolean;
  draft: { rule: string; reason: string };
  refusal: ProblemShape | null;
}

/** `/c/{conference}/recaps/{recap}/moderation/{act}`: one act of a moderator on a recap, with its reason. */
export function RecapModerationPage({ context, ...form }: RecapModerationProps) {
  const { say } = context;
  const { act, conference, recap, here, isJustHidden, refusal } = form;
  const texts = act === 'mute' ? 'pages.moderation.mute' : `pages.moderation.recap.${act}`;
  return (
    <Page {...context}>
      <p>
        <a href={act === 'show' ? `/c/${conference.slug}/ledger` : here}>
          {act === 'show' ? say('pages.ledger.link') : recap.title}
        </a>
      </p>
      {isJustHidden && <p class="notice">{say('pages.moderation.recap.hide.done')}</p>}
      <div id="moderation">
        <h1>{say(`${texts}.title`)}</h1>
        <p class="help">{say(`${texts}.lead`)}</p>
        {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
        <blockquote class="words" dir="auto">
          {recap.author && (
            <b>
              <Name name={recap.author.name} />
            </b>
          )}
          <p>{recap.title}</p>
        </blockquote>
        <RecapModerationForm {...form} say={say} texts={texts} />
      </div>
    </Page>
  );
}

type RecapModerationFormProps = Omit<RecapModerationProps, 'context' | 'refusal'> & {
  say: PageContext['say'];
  texts: string;
};

function RecapModerationForm({ act, conference, recap, here, draft, say, texts }: RecapModerationFormProps) {
  return (
    <form method="post" action={`${here}/moderation/${act}`}>
      <input type="hidden" name="recapId" value={recap.id} />
      {act === 'mute' && <input type="hidden" name="personaId" value={recap.author?.id ?? ''} />}
      {act === 'mute' && <SanctionFields say={say} kindId="kind" daysId="days" />}
      {act !== 'show' && (
        <p>
          <RuleChoice rules={conference.settings.rules} say={say} id="rule" chosen={draft.rule} />
        </p>
      )}
      <p>
        <label for="reason">{say('pages.moderation.reason')}</label>
        <textarea id="reason" name="reason" rows={3} required minlength={2} maxlength={1000} aria-describedby="reads">
          {draft.reason}
        </textarea>
        <span class="help" id="reads">
          {say('pages.moderation.readBy')}
        </span>
      </p>
      <p class="send">
        <Button kind={act === 'show' ? 'primary' : 'danger'}>{say(`${texts}.do`)}</Button>
      </p>
    </form>
  );
}
