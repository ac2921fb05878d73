import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import type { MeProps } from './me-props.ts';
import { MePart } from './me-section.tsx';

/** The language of an account, and which e-mails it gets. */
export function SettingsSection(props: MeProps) {
  const { emailMasked, version, chosenLocale } = props;
  const { say, locale } = props.context;
  const isGuest = emailMasked === null;
  return (
    <MePart id="settings" title={say(isGuest ? 'pages.me.language' : 'pages.me.settings')}>
      {!isGuest && (
        <section id="emails">
          <h3>{say('pages.me.emails')}</h3>
          <p>{say('pages.me.emailsHelp')}</p>
          <p>
            <a class="button" href="/me/email">
              {say('pages.me.chooseEmails')}
            </a>
          </p>
        </section>
      )}
      <form method="post" action="/me" id="language">
        <input type="hidden" name="version" value={version} />
        {!isGuest && <h3>{say('pages.me.language')}</h3>}
        <Field
          id="locale"
          label={say('pages.me.languageHelp')}
          options={(['fr', 'en'] as const).map((each) => [each, say(`pages.language.${each}`)])}
          chosen={chosenLocale ?? locale}
        />
        <Button>{say('pages.form.save')}</Button>
      </form>
    </MePart>
  );
}
