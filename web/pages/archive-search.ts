/**
 * The search of an archive, in the reader's browser. The text of this one function is written into the archive, so it
 * may use nothing outside of itself.
 *
 * The index comes as script files, since a page opened from a disk may load nothing else; each is searched and dropped
 * before the next.
 */
export function searchArchive(): void {
  type FoundComment = [thread: number, page: number, id: string, name: string, text: string];
  interface SearchIndex {
    threads: [slug: string, title: string][];
    files: string[];
  }
  const SHOWN = 200;
  const form = document.querySelector<HTMLFormElement>('form[role=search]');
  const state = document.getElementById('state');
  const hits = document.getElementById('hits');
  if (!form || !state || !hits) return;
  const { up = '', searching = '', nothing = '', found: foundText = '', anonymous: noAuthor = '' } = form.dataset;
  const fold = (text: string): string =>
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '');
  const handed = window as unknown as {
    aftertalkIndex: (index: SearchIndex) => void;
    aftertalkWords: (words: FoundComment[]) => void;
  };
  let index: SearchIndex = { threads: [], files: [] };
  let words: FoundComment[] = [];
  let run = 0;
  handed.aftertalkIndex = (given) => {
    index = given;
  };
  handed.aftertalkWords = (given) => {
    words = given;
  };
  const load = (file: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = up + file;
      script.addEventListener('load', () => {
        script.remove();
        resolve();
      });
      script.addEventListener('error', () => reject(new Error(file)));
      document.head.append(script);
    });
  const show = ([thread, page, id, name, text]: FoundComment, wanted: string[]): void => {
    const [slug, title] = index.threads[thread]!;
    const at = Math.max(0, fold(text).indexOf(wanted[0]!) - 60);
    const item = document.createElement('li');
    const heading = document.createElement('h2');
    const link = document.createElement('a');
    link.href = `t/${slug}${page === 1 ? '' : `.${page}`}.html#c-${id}`;
    link.textContent = title;
    heading.append(link);
    const excerpt = document.createElement('p');
    excerpt.textContent = `${at > 0 ? '… ' : ''}${text.slice(at, at + 240)}${text.length > at + 240 ? ' …' : ''}`;
    const by = document.createElement('p');
    by.className = 'help';
    by.textContent = name === '' ? noAuthor : name;
    item.append(heading, excerpt, by);
    hits.append(item);
  };
  const look = async (asked: string): Promise<void> => {
    const mine = (run += 1);
    const wanted = fold(asked).split(/\s+/).filter(Boolean);
    hits.replaceChildren();
    state.textContent = searching;
    let count = 0;
    if (index.files.length === 0) await load('search/index.js');
    for (const file of index.files) {
      await load(file);
      if (mine !== run) return;
      for (const each of words) {
        const text = fold(`${each[4]} ${each[3]}`);
        if (!wanted.every((word) => text.includes(word))) continue;
        count += 1;
        if (count <= SHOWN) show(each, wanted);
      }
      words = [];
      if (count >= SHOWN) break;
    }
    state.textContent =
      count === 0 ? nothing.replace('{words}', wanted.join(' ')) : foundText.replace('#', String(count));
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void look(new FormData(form).get('q') as string).catch((error: Error) => {
      state.textContent = error.message;
    });
  });
}
