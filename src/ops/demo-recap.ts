/** The persona that wrote the recap of the demo conference. It has no account. */
export const DEMO_AUTHOR = {
  name: 'Camille Roux',
  tagline: 'médiatrice numérique',
  biography:
    'J’anime des ateliers dans une médiathèque, et je prends des notes partout où je passe. *Profil inventé pour la ' +
    'démonstration.*',
};

/** The text, a paragraph a line: an opening, a section for each talk of the demo conference, what they share. */
const TEXT: readonly string[] = [
  'Je n’ai pu rester qu’une partie de la journée. Voici, sans prétendre tout dire, ce que m’ont laissé les trois ' +
    'interventions que j’ai suivies. Vous y étiez, et vous avez entendu autre chose\u00A0? Dites-le en dessous.',
  '## [«\u00A0J’ai débranché\u00A0»](/c/assises-2012/t/j-ai-debranche)',
  'J’attendais un procès d’internet\u00A0; j’ai entendu le récit d’un départ, puis d’un retour. D’abord le manque, ' +
    'ensuite le silence, enfin ce qui revient\u00A0: du temps, des proches, l’envie d’écrire.',
  'Ce que j’en retiens n’est pas qu’il faudrait partir. C’est qu’**un outil se juge aussi à la façon dont il nous ' +
    'laisse sortir**. Combien de nos services s’y prêtent sans nous retenir par la manche\u00A0?',
  '## [Pourquoi il faut tuer votre taux d’engagement Facebook](/c/assises-2012/t/tuer-le-taux-d-engagement)',
  'Un pourcentage qui grimpe rassure tout le monde, et c’est bien ce qui devrait nous inquiéter. La formule a été ' +
    'démontée sous nos yeux. Je repars avec trois questions à poser à n’importe quel chiffre\u00A0:',
  '- que compte-t-il exactement\u00A0?\n- que laisse-t-il de côté\u00A0?\n- quelle décision changerait s’il ' +
    'changeait\u00A0?',
  'Beaucoup d’indicateurs ne passent pas la troisième.',
  '## [Les stratégies d’engagement des partis politiques](/c/assises-2012/t/partis-politiques-et-engagement)',
  'À quelques jours d’une présidentielle, il a été question des campagnes et de leurs publics. La même personne ' +
    'milite ici, hésite là, plaisante ailleurs. Elle ne se contredit pas\u00A0: elle parle selon le lieu. Une ' +
    'campagne qui confond ces visages écrit à quelqu’un qui n’existe pas.',
  '### Et ensemble\u00A0?',
  'Pouvoir partir, savoir ce que l’on compte, garder plusieurs visages\u00A0: vues de loin, les trois interventions ' +
    'parlaient de la même chose, la place qu’un outil laisse aux personnes qui s’en servent.',
];

/** A participant's recap of the demo conference, in words of our own. */
export const DEMO_RECAP = {
  slug: 'ce-que-j-en-garde',
  title: 'Une après-midi aux Assises\u00A0: ce que j’en garde',
  publishedAt: new Date('2012-04-12T17:30:00Z'),
  markdown: TEXT.join('\n\n'),
};
