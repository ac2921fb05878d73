import { Button, ButtonLink, type ButtonKind } from '../components/button.tsx';
import { CodeField } from '../components/code-field.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import type { LocaleSettings } from '../components/locale-context.ts';
import { Refusal } from '../components/refusal.tsx';
import { HERE, Part } from './style-part.tsx';

const KINDS: readonly ButtonKind[] = ['primary', 'secondary', 'quiet', 'danger'];

/** Buttons, fields and dialogs, each in every state. */
export function StyleForms({ say, locale }: LocaleSettings) {
  const errors = [{ pointer: '#/name', detail: say('pages.form.enterName') }];
  return (
    <>
      <Buttons say={say} />
      <Part name="fields">
        <Refusal title={say('problems.invalid-request.title')} errors={errors} fields={['name']} />
        <Field
          id="name"
          label={say('pages.form.name')}
          defaultValue="Ada"
          help={say('pages.form.seenByAllChosen')}
          fault={errors[0]!.detail}
        />
        <Field id={`email-${locale}`} label={say('pages.form.email')} type="email" help={say('pages.form.emailHelp')} />
        <Field id={`reason-${locale}`} label={say('pages.report.reason')} rows={3} defaultValue="…" />
        <Field
          id={`language-${locale}`}
          label={say('pages.me.languageHelp')}
          options={(['fr', 'en'] as const).map((each) => [each, say(`pages.language.${each}`)])}
          chosen={locale}
        />
        <Field id={`off-${locale}`} label={say('pages.form.name')} disabled value="Ada" />
      </Part>
      <Part name="code">
        <CodeField />
        <CodeField fault={say('problems.code-refused.detail')} />
      </Part>
      <Dialogs say={say} locale={locale} />
    </>
  );
}

const Buttons = ({ say }: Pick<LocaleSettings, 'say'>) => (
  <Part name="buttons">
    {[false, true].map((large) => (
      <p key={String(large)} class="inline">
        {KINDS.map((kind) => (
          <Button key={kind} kind={kind} large={large} type="button">
            {say('pages.form.send')}
          </Button>
        ))}
      </p>
    ))}
    <p class="inline">
      {KINDS.map((kind) => (
        <Button key={kind} kind={kind} type="button" disabled>
          {say('pages.form.send')}
        </Button>
      ))}
    </p>
    <p class="inline">
      {KINDS.map((kind) => (
        <ButtonLink key={kind} kind={kind} href={HERE}>
          {say('pages.signIn.link')}
        </ButtonLink>
      ))}
      <button type="button" class="link">
        {say('pages.signIn.change')}
      </button>
    </p>
  </Part>
);

const Dialogs = ({ say, locale }: Pick<LocaleSettings, 'say' | 'locale'>) => (
  <Part name="dialog">
    {(['dialog', 'sheet'] as const).map((look) => (
      <Dialog
        key={look}
        label={say('pages.moderation.hide.title')}
        look={look}
        buttons={
          <>
            <Button type="button">{say('pages.form.cancel')}</Button>
            <Button type="button" kind="danger">
              {say('pages.moderation.hide.do')}
            </Button>
          </>
        }
      >
        <h1>{say('pages.moderation.hide.title')}</h1>
        <p class="help">{say('pages.moderation.hide.lead')}</p>
        <Field
          id={`${look}-${locale}`}
          label={say('pages.moderation.reason')}
          rows={3}
          help={say('pages.moderation.readBy')}
        />
      </Dialog>
    ))}
  </Part>
);
