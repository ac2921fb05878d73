import type { MeProps } from './me-props.ts';
import { MeSection } from './me-section.tsx';

export function SettingsSection(props: MeProps) {
  const { answersByMail, emailMasked, version, chosenLocale } = props;
  const { say, locale } = props.context;
  return (
    <>
      <MeSection id="language" title={say('pages.me.language')}>
        <form method="post" action="/me" class="card">
          <input type="hidden" name="version" value={version} />
          <label for="locale">{say('pages.me.languageHelp')}</label>
          <select id="locale" name="locale">
            {(['fr', 'en'] as const).map((each) => (
              <option key={each} value={each} selected={each === (chosenLocale ?? locale)}>
                {say(`pages.language.${each}`)}
              </option>
            ))}
          </select>{' '}
          <button>{say('pages.form.save')}</button>
        </form>
      </MeSection>
      {emailMasked !== null && (
        <MeSection id="emails" title={say('pages.me.emails')}>
          <form method="post" action="/me/emails" class="card">
            <input type="hidden" name="version" value={version} />
            <label>
              <input type="checkbox" name="answersByMail" checked={answersByMail} /> {say('pages.me.answersByMail')}
            </label>
            <p class="help">{say('pages.me.emailsHelp')}</p>
            <button>{say('pages.form.save')}</button>
          </form>
        </MeSection>
      )}
    </>
  );
}
