import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import type { MeProps } from './me-props.ts';
import { MePart } from './me-section.tsx';

/** The language of an account, and which e-mails it gets. */
export function SettingsSection(props: MeProps) {
  const { answersByMail, emailMasked, version, chosenLocale } = props;
  const { say, locale } = props.context;
  const isGuest = emailMasked === null;
  return (
    <MePart id="settings" title={say(isGuest ? 'pages.me.language' : 'pages.me.settings')}>
      {!isGuest && (
        <form method="post" action="/me/emails" id="emails">
          <input type="hidden" name="version" value={version} />
          <h3>{say('pages.me.emails')}</h3>
          <label class="check">
            <input type="checkbox" name="answersByMail" checked={answersByMail} /> {say('pages.me.answersByMail')}
          </label>
          <p class="help">{say('pages.me.emailsHelp')}</p>
          <Button>{say('pages.form.save')}</Button>
        </form>
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
