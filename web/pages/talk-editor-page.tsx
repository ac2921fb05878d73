import { OnceField } from '../components/once-field.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { TalkButtons, TalkFields, type TalkFormShape } from './talk-form.tsx';

interface TalkEditorProps {
  context: PageContext;
  conference: ConferenceShape;
  form: TalkFormShape;
}

/** `/organize/{conference}/programme/{talk}`: a talk to change, and `…/new` to add one. */
export function TalkEditorPage({ context, conference, form }: TalkEditorProps) {
  const { say } = context;
  const { talk, refusal } = form;
  const here = `/organize/${conference.slug}/programme`;
  return (
    <OrganizeShell
      context={context}
      part="programme"
      title={talk?.title ?? say('pages.programme.add')}
      lead={talk && say('pages.talkForm.wins')}
      refusal={refusal}
    >
      <form method="post" action={talk ? `${here}/${talk.id}` : here} class="card fields">
        <OnceField context={context} />
        <TalkFields conference={conference} form={form} say={say} />
        <TalkButtons back={here} preview={`${here}/${talk?.id ?? 'new'}/preview`} say={say} />
      </form>
    </OrganizeShell>
  );
}
