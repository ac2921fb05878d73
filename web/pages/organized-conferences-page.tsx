import { EmptyState } from '../components/empty-state.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { ConferenceDates } from './conference-dates.tsx';
import { ChoiceField, errorIn, TextField } from './form-fields.tsx';
import { ImportQuestionFields } from './import-question-fields.tsx';
import type { ImportReportShape } from './import-report.tsx';
import { Page, type PageContext } from './page.tsx';
import { ProgrammeFile, type KeptFile } from './programme-file.tsx';

/** The form of a new conference, as typed. */
export type NewConferenceChoice = Record<'title' | 'slug' | 'startsOn' | 'endsOn' | 'timeZone' | 'locale', string>;

interface OrganizedConferencesProps {
  context: PageContext;
  conferences: Pick<ConferenceShape, 'id' | 'slug' | 'title' | 'locale' | 'startsOn' | 'endsOn' | 'counts'>[];
  /** Whether the reader may make a conference. */
  mayMake: boolean;
  choice: NewConferenceChoice;
  refusal: ProblemShape | null;
  /** The slug of the conference whose programme the refused file is. */
  known: string | null;
  /** The file that was sent, which waits for the answers to its questions. */
  kept: KeptFile | null;
  /** Rows that were pasted and refused. */
  pasted: string;
  questions: readonly ImportReportShape['questions'][number][];
  answers: Readonly<Record<string, string>>;
}

/** `/organize`: the conferences one organizes or moderates, and the forms of a new one. */
export function OrganizedConferencesPage({ context, conferences, mayMake, known, ...form }: OrganizedConferencesProps) {
  const { say } = context;
  const { refusal } = form;
  return (
    <Page {...context}>
      <h1>{say('pages.organize.title')}</h1>
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      {known !== null && (
        <p>
          <a class="button" href={`/organize/${known}/programme#import`}>
            {say('pages.newConference.openKnown')}
          </a>
        </p>
      )}
      {conferences.length === 0 && (
        <EmptyState>{say(`pages.newConference.${mayMake ? 'none' : 'notYours'}`)}</EmptyState>
      )}
      <ul class="cards">
        {conferences.map((conference) => (
          <li key={conference.id}>
            <h2 lang={conference.locale}>
              <a href={`/organize/${conference.slug}`}>{conference.title}</a>
            </h2>
            <p class="help">
              <ConferenceDates {...conference} /> · {say('pages.home.talks', { count: conference.counts.talks })}
            </p>
          </li>
        ))}
      </ul>
      {mayMake && (
        <p>
          <a href="/transparency">{say('pages.transparency.link')}</a>
        </p>
      )}
      {mayMake && <NewConference {...form} say={say} />}
    </Page>
  );
}

/** Shared by both forms: the attributes of a field by its name, and the languages. */
interface FormParts {
  field: (name: keyof NewConferenceChoice) => { name: string; label: string; value: string; error: string | undefined };
  languages: { value: string; label: string }[];
}

type NewConferenceProps = Omit<OrganizedConferencesProps, 'context' | 'conferences' | 'mayMake' | 'known'> & {
  say: PageContext['say'];
};

function NewConference(props: NewConferenceProps) {
  const { choice, refusal, say } = props;
  const field = (name: keyof NewConferenceChoice) => ({
    name,
    label: say(`pages.settingsOf.${name}Label`),
    value: choice[name],
    error: errorIn(refusal, name),
  });
  const languages = ['fr', 'en'].map((value) => ({ value, label: say(`pages.language.${value}`) }));
  return (
    <section id="new" data-forms>
      <h2>{say('pages.newConference.title')}</h2>
      <FromFileForm {...props} field={field} languages={languages} />
      <ByHandForm {...props} field={field} languages={languages} />
    </section>
  );
}

const FromFileForm = ({ kept, pasted, questions, answers, say, field, languages }: NewConferenceProps & FormParts) => (
  <form method="post" action="/organize/programmes" enctype="multipart/form-data" class="card fields">
    <h3>{say('pages.newConference.fromFile')}</h3>
    <ProgrammeFile kept={kept} pasted={pasted} help={say('pages.newConference.fileHelp')} say={say} />
    <ImportQuestionFields questions={questions} answers={answers} say={say} />
    <TextField {...field('title')} id="file-title" help={say('pages.newConference.fileTitle')} maxlength={200} />
    <div class="two">
      <ChoiceField {...field('locale')} id="file-locale" options={languages} />
      <TextField {...field('timeZone')} id="file-zone" help={say('pages.newConference.fileZone')} maxlength={64} />
    </div>
    <p>
      <button>{say('pages.newConference.makeFromFile')}</button>
    </p>
  </form>
);

const ByHandForm = ({ refusal, say, field, languages }: NewConferenceProps & FormParts) => (
  <form method="post" action="/organize" class="card fields" id="by-hand">
    <h3>{say('pages.newConference.byHand')}</h3>
    <TextField {...field('title')} required maxlength={200} />
    <div class="two">
      <TextField {...field('startsOn')} type="date" required />
      <TextField {...field('endsOn')} type="date" required />
    </div>
    <div class="two">
      <TextField {...field('timeZone')} required maxlength={64} help={<ZoneHelp isGuessed={!refusal} say={say} />} />
      <ChoiceField {...field('locale')} options={languages} help={say('pages.settingsOf.localeHelp')} />
    </div>
    <TextField {...field('slug')} maxlength={80} help={say('pages.newConference.slugHelp')} />
    <p>
      <button class="primary">{say('pages.newConference.make')}</button>
    </p>
  </form>
);

/** Says what a zone is for, and whether the browser has filled it in. */
const ZoneHelp = ({ isGuessed, say }: { isGuessed: boolean; say: PageContext['say'] }) => (
  <>
    {say('pages.settingsOf.timeZoneHelp')}{' '}
    {isGuessed && (
      <span data-zone-guessed hidden>
        {say('pages.newConference.zoneGuessed')}
      </span>
    )}
  </>
);
