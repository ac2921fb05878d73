/** A category of content, with its sub-categories beside "not captured by any other". */
export interface ContentCategory {
  /** The number in the list. */
  readonly number: number;
  readonly description: string;
  readonly code: string;
  readonly parts: readonly { readonly description: string; readonly code: string }[];
}

type NamedPart = readonly [code: string, description: string];

const category = (number: number, code: string, description: string, parts: readonly NamedPart[]): ContentCategory => ({
  number,
  description,
  code: `STATEMENT_CATEGORY_${code}`,
  parts: parts.map(([part, of]) => ({ code: `KEYWORD_${part}`, description: of })),
});

/**
 * The categories of illegal content and of content against the terms, as Implementing Regulation (EU) 2024/2835 names
 * them (annex II, part II, 1): number, code and description of each, and of its sub-categories.
 */
export const CONTENT_CATEGORIES: readonly ContentCategory[] = [
  category(1, 'ANIMAL_WELFARE', 'Animal welfare', [
    ['ANIMAL_HARM', 'Animal harm'],
    ['UNLAWFUL_SALE_ANIMALS', 'Unlawful sale of animals'],
  ]),
  category(2, 'CONSUMER_INFORMATION', 'Consumer information infringements', [
    ['HIDDEN_ADVERTISEMENT', 'Hidden advertisement or commercial communication, including by influencers'],
    ['INSUFFICIENT_INFORMATION_ON_TRADERS', 'Insufficient information on traders'],
    ['MISLEADING_INFO_GOODS_SERVICES', 'Misleading information about the characteristics of the goods and services'],
    ['MISLEADING_INFO_CONSUMER_RIGHTS', 'Misleading information about the consumer’s rights'],
    ['NONCOMPLIANCE_PRICING', 'Non-compliance with pricing regulations'],
  ]),
  category(3, 'CYBER_VIOLENCE', 'Cyber violence', [
    ['CYBER_BULLYING_INTIMIDATION', 'Cyber bullying and intimidation'],
    ['CYBER_HARASSMENT', 'Cyber harassment'],
    ['CYBER_INCITEMENT', 'Cyber incitement to hatred or violence'],
    ['CYBER_STALKING', 'Cyber stalking'],
    [
      'NON_CONSENSUAL_IMAGE_SHARING',
      'Non-consensual (intimate) material sharing, including (image-based) sexual abuse (excluding ' +
        'content depicting minors)',
    ],
    [
      'NON_CONSENSUAL_MATERIAL_DEEPFAKE',
      'Non-consensual sharing of material containing deepfake or similar technology using a third ' +
        "party's features (excluding content depicting minors)",
    ],
  ]),
  category(4, 'CYBER_VIOLENCE_AGAINST_WOMEN', 'Cyber violence against women', [
    ['BULLYING_AGAINST_GIRLS', 'Cyber bullying and intimidation against girls'],
    ['CYBER_HARASSMENT_AGAINST_WOMEN', 'Cyber harassment against women'],
    ['CYBER_STALKING_AGAINST_WOMEN', 'Cyber stalking against women'],
    ['FEMALE_GENDERED_DISINFORMATION', 'Gendered disinformation'],
    ['INCITEMENT_AGAINST_WOMEN', 'Illegal incitement to violence and hatred against women'],
    [
      'NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN',
      'Non-consensual (intimate) material sharing against women, including (image-based) sexual abuse ' +
        'against women (excluding content depicting minors)',
    ],
    [
      'NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN',
      'Non-consensual sharing of material containing deepfake or similar technology using a third ' +
        "party's features against women (excluding content depicting minors)",
    ],
  ]),
  category(5, 'DATA_PROTECTION_AND_PRIVACY_VIOLATIONS', 'Data protection and privacy violations', [
    ['BIOMETRIC_DATA_BREACH', 'Biometric data breach'],
    ['DATA_FALSIFICATION', 'Data falsification'],
    ['MISSING_PROCESSING_GROUND', 'Missing processing ground for data'],
    ['RIGHT_TO_BE_FORGOTTEN', 'Right to be forgotten'],
  ]),
  category(6, 'ILLEGAL_OR_HARMFUL_SPEECH', 'Illegal or harmful speech', [
    ['DEFAMATION', 'Defamation'],
    ['DISCRIMINATION', 'Discrimination'],
    ['HATE_SPEECH', 'Illegal incitement to violence and hatred based on protected characteristics (hate speech)'],
  ]),
  category(7, 'INTELLECTUAL_PROPERTY_INFRINGEMENTS', 'Intellectual property infringements', [
    ['COPYRIGHT_INFRINGEMENT', 'Copyright infringements'],
    ['DESIGN_INFRINGEMENT', 'Design infringements'],
    ['GEOGRAPHIC_INDICATIONS_INFRINGEMENT', 'Geographical indications infringements'],
    ['PATENT_INFRINGEMENT', 'Patent infringements'],
    ['TRADE_SECRET_INFRINGEMENT', 'Trade secret infringements'],
    ['TRADEMARK_INFRINGEMENT', 'Trademark infringements'],
  ]),
  category(8, 'NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS', 'Negative effects on civic discourse or elections', [
    [
      'MISINFORMATION_DISINFORMATION',
      'Misinformation, disinformation, foreign information manipulation and interference',
    ],
    ['VIOLATION_EU_LAW', 'Violation of EU law relevant to civic discourse or elections'],
    ['VIOLATION_NATIONAL_LAW', 'Violation of national law relevant to civic discourse or elections'],
  ]),
  category(9, 'PROTECTION_OF_MINORS', 'Protection of minors', [
    ['AGE_SPECIFIC_RESTRICTIONS_MINORS', 'Age-specific restrictions concerning minors'],
    ['CHILD_SEXUAL_ABUSE_MATERIAL', 'Child sexual abuse material'],
    ['CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE', 'Child sexual abuse material containing deepfake or similar technology'],
    ['GROOMING_SEXUAL_ENTICEMENT_MINORS', 'Grooming/sexual enticement of minors'],
    ['UNSAFE_CHALLENGES', 'Unsafe challenges'],
  ]),
  category(10, 'RISK_FOR_PUBLIC_SECURITY', 'Risk for public security', [
    ['ILLEGAL_ORGANIZATIONS', 'Illegal organizations'],
    ['RISK_ENVIRONMENTAL_DAMAGE', 'Risk for environmental damage'],
    ['RISK_PUBLIC_HEALTH', 'Risk for public health'],
    ['TERRORIST_CONTENT', 'Terrorist content'],
  ]),
  category(11, 'SCAMS_AND_FRAUD', 'Scams and/or fraud', [
    ['IMPERSONATION_ACCOUNT_HIJACKING', 'Impersonation or account hijacking'],
    ['INAUTHENTIC_ACCOUNTS', 'Inauthentic accounts'],
    ['INAUTHENTIC_LISTINGS', 'Inauthentic listings'],
    ['INAUTHENTIC_USER_REVIEWS', 'Inauthentic user reviews'],
    ['PHISHING', 'Phishing'],
    ['PYRAMID_SCHEMES', 'Pyramid schemes'],
  ]),
  category(12, 'SELF_HARM', 'Self-harm', [
    ['CONTENT_PROMOTING_EATING_DISORDERS', 'Content promoting eating disorders'],
    ['SELF_MUTILATION', 'Self-mutilation'],
    ['SUICIDE', 'Suicide'],
  ]),
  category(13, 'UNSAFE_AND_PROHIBITED_PRODUCTS', 'Unsafe, non-compliant or prohibited products', [
    ['PROHIBITED_PRODUCTS', 'Prohibited or restricted products'],
    ['UNSAFE_PRODUCTS', 'Unsafe or non-compliant products'],
  ]),
  category(14, 'VIOLENCE', 'Violence', [
    ['COORDINATED_HARM', 'Coordinated harm'],
    ['INCITEMENT_VIOLENCE_HATRED', 'General calls or incitement to violence and/or hatred'],
    ['HUMAN_EXPLOITATION', 'Human exploitation'],
    ['HUMAN_TRAFFICKING', 'Human trafficking'],
    ['TRAFFICKING_WOMEN_GIRLS', 'Trafficking in women and girls'],
  ]),
  category(15, 'OTHER_VIOLATION_TC', 'Other violation of provider’s terms and conditions', [
    ['ADULT_SEXUAL_MATERIAL', 'Adult sexual material'],
    ['AGE_SPECIFIC_RESTRICTIONS', 'Age-specific restrictions'],
    ['GEOGRAPHICAL_REQUIREMENTS', 'Geographical requirements'],
    ['GOODS_SERVICES_NOT_PERMITTED', 'Goods/services not permitted to be offered on the platform'],
    ['LANGUAGE_REQUIREMENTS', 'Language requirements'],
    ['NUDITY', 'Nudity'],
  ]),
];

/** A sub-category of whatever the others of its category do not capture. */
export const OTHER = { description: 'Not captured by any other sub-category', code: 'KEYWORD_OTHER' } as const;

/** Of orders alone, and of notices alone. */
export const NOT_SPECIFIED = {
  order: {
    number: 16,
    description: 'Type of illegal content not specified by the public authority',
    code: 'STATEMENT_CATEGORY_NOT_SPECIFIED_ORDER',
  },
  notice: {
    number: 17,
    description: 'Type of alleged illegal content not specified by the notifier',
    code: 'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE',
  },
} as const;

/** The category of content that is not illegal and falls into no other. */
export const AGAINST_THE_TERMS = 15;

/** The category of the rule that protects private lives. */
export const PRIVACY = 5;
