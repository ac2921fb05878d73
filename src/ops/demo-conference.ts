import type { ConferenceFields } from '../programme/write-conference.ts';
import type { TalkFields } from '../programme/talk-fields.ts';

/** A thousand years, so that the demo stays open whatever the date. */
const FOR_GOOD_DAYS = 365_000;

/** The conference this product began with. */
export const DEMO_CONFERENCE: ConferenceFields = {
  slug: 'assises-2012',
  title: 'Assises des médias sociaux',
  locale: 'fr',
  timeZone: 'Europe/Paris',
  startsOn: '2012-04-11',
  endsOn: '2012-04-11',
  settings: { screening: 'none', readonlyAfterDays: FOR_GOOD_DAYS, archiveAfterDays: FOR_GOOD_DAYS },
};

export const DEMO_HALLWAY = { slug: 'couloir', title: 'Le couloir' };

const talk = (
  fields: Pick<TalkFields, 'guid' | 'slug' | 'title' | 'subtitle' | 'abstractHtml' | 'startsAt'>,
  speaker: string,
): TalkFields => ({
  ...fields,
  language: 'fr',
  track: '',
  room: 'Amphithéâtre',
  durationMinutes: 40,
  status: 'confirmed',
  url: null,
  sourceCode: '',
  sourceId: '',
  doNotRecord: false,
  recordingLicense: '',
  links: [],
  attachments: [],
  slots: [{ startsAt: fields.startsAt!, durationMinutes: 40, room: 'Amphithéâtre', key: '1' }],
  speakers: [{ key: `name:${speaker.toLowerCase()}`, name: speaker, bioHtml: '' }],
});

export const DEMO_TALKS: readonly TalkFields[] = [
  talk(
    {
      guid: 'assises-2012-crouzet',
      slug: 'j-ai-debranche',
      title: '«\u00A0J’ai débranché\u00A0»',
      subtitle: 'Six mois sans internet',
      startsAt: new Date('2012-04-11T12:00:00Z'),
      abstractHtml:
        '<p>Que reste-t-il de nos journées quand on coupe le réseau pendant six mois ? Un auteur qui vivait en ' +
        'ligne raconte le manque, puis le silence, puis ce qui revient : le temps, les proches, l’envie ' +
        'd’écrire. Et il demande ce qu’il faudrait changer à nos outils pour que chacun reste libre d’en ' +
        'sortir.</p>',
    },
    'Thierry Crouzet',
  ),
  talk(
    {
      guid: 'assises-2012-allard',
      slug: 'tuer-le-taux-d-engagement',
      title: 'Pourquoi il faut tuer votre taux d’engagement Facebook',
      subtitle: '',
      startsAt: new Date('2012-04-11T12:45:00Z'),
      abstractHtml:
        '<p>Un pourcentage qui grimpe rassure tout le monde, mais que compte-t-il vraiment ? En démontant la ' +
        'formule pièce par pièce, cette intervention montre ce que le chiffre additionne sans le dire, ce ' +
        'qu’il oublie, et quelles mesures, plus modestes, aident à décider.</p>',
    },
    'Stéphane Allard',
  ),
  talk(
    {
      guid: 'assises-2012-dubuquoy',
      slug: 'partis-politiques-et-engagement',
      title: 'Les stratégies d’engagement des partis politiques',
      subtitle: '',
      startsAt: new Date('2012-04-11T13:30:00Z'),
      abstractHtml:
        '<p>À quelques jours d’une présidentielle, comment les partis parlent-ils à leurs publics en ligne ? ' +
        'Militant, citoyen, électeur hésitant : la même personne porte plusieurs visages selon le lieu où elle ' +
        's’exprime, et les campagnes apprennent à leur répondre, parfois à les confondre.</p>',
    },
    'Antoine Dubuquoy',
  ),
];
