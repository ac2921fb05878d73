/** Letters of other scripts in ASCII, by the common romanisations of their languages. */
const LETTERS: Readonly<Record<string, string>> = {
  ...pairs('абвгдезийклмнопрстуфцыэ', 'a b v g d e z i i k l m n o p r s t u f ts y e'),
  ...pairs('жхчшщъьюяёіїєґўј', 'zh kh ch sh shch   yu ya e i yi ye g u j'),
  ...pairs('љњћђџѓќѕ', 'lj nj c dj dz g k dz'),
  ...pairs('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'),
  ...pairs(
    'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
    'a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h',
  ),
  ...pairs(
    'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ',
    'a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts w p k o f',
  ),
  ...pairs('אבגדהוזחטיכךלמםנןסעפףצץקרשת', 'a b g d h v z h t y k k l m m n n s a p p ts ts k r sh t'),
  ...pairs(
    'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةآأإؤئپچژگک',
    'a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a a a i w y p ch zh g k',
  ),
  ...pairs('øæœłđðþßıŋ', 'o ae oe l d d th ss i ng'),
};

const INITIALS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');
const [HANGUL, FINAL_COUNT] = [0xac00, 28];

const KANA: Readonly<Record<string, string>> = pairs(
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん' +
    'がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ',
  'a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ' +
    'ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po',
);

function pairs(letters: string, latin: string): Record<string, string> {
  const parts = latin.split(' ');
  return Object.fromEntries(Array.from(letters, (letter, i) => [letter, parts[i] ?? '']));
}

/** Writes a text in small Latin letters without marks; letters that no table has stay as they are. */
export function transliterate(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  // Before marks are removed, since they make other letters (й is not и), and after, since they hide letters (ή).
  const once = byLetter(text.toLowerCase().normalize('NFC'));
  return byLetter(once.normalize('NFKD').replaceAll(/\p{M}/gu, ''));
}

// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\u0000-\u007F]*$/;

const byLetter = (text: string): string =>
  Array.from(text, (letter) => LETTERS[letter] ?? syllable(letter) ?? letter).join('');

/** Romanises a syllable of Hangul (Unicode, 3.12: its code point tells its parts) or of kana. */
function syllable(letter: string): string | undefined {
  const code = letter.codePointAt(0)!;
  // Katakana are 96 code points behind hiragana.
  const kana = KANA[code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : letter];
  if (kana !== undefined || code < HANGUL || code > 0xd7a3) return kana;
  const index = code - HANGUL;
  const vowels = VOWELS.length * FINAL_COUNT;
  const vowel = VOWELS[Math.floor((index % vowels) / FINAL_COUNT)];
  return `${INITIALS[Math.floor(index / vowels)]}${vowel}${FINALS[index % FINAL_COUNT]}`;
}

/** Whether a text has letters that transliteration cannot bring into an address. */
export const losesLetters = (text: string): boolean => /\p{L}/u.test(transliterate(text).replaceAll(/[a-z]/g, ''));
