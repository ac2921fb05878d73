import { CodeForms } from '../../../web/components/code-form.tsx';
import { emptyDraft, type Draft } from '../../../web/components/thread-props.ts';
import { typed, type FormFields } from '../forms.ts';

/** The typed fields of a thread's form, to be shown again. */
export const draftIn = (form: FormFields): Draft => ({
  ...emptyDraft(),
  body: typed(form, 'body'),
  name: typed(form, 'name'),
  replyTo: typed(form, 'parentId') || null,
  kind: typed(form, 'kind') === 'question' ? 'question' : 'comment',
  anonymous: typed(form, 'anonymous') !== '',
  isAsking: typed(form, 'place') === 'questions',
});

/** The step after a guest's words: what was written, and the address that its code was sent to. */
export const codeStepOf = (
  form: FormFields,
  { wrapped, masked }: { wrapped: string; masked: string },
  step: 'code' | 'code-again' = 'code',
): Draft => ({ ...draftIn(form), step, CodeForms, sent: { address: masked, wrapped } });
