/**
 * Adds the reader's time beside each time of a programme, where they differ. `note` names the conference's zone
 * (`data-zone`) and has the text for the reader's own (`data-own`, with `{time}`).
 */
export function showOwnTimes(note: HTMLElement): void {
  const { zone = 'UTC', own = '' } = note.dataset;
  const format = (timeZone?: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR', {
      ...(timeZone ? { timeZone } : {}),
      hour: '2-digit',
      minute: '2-digit',
    });
  const [there, here] = [format(zone), format()];
  for (const time of document.querySelectorAll<HTMLTimeElement>('ul.talks .hour time')) {
    const at = new Date(time.dateTime);
    if (there.format(at) !== here.format(at))
      time.after(
        Object.assign(document.createElement('small'), {
          className: 'own-time help',
          textContent: own.replace('{time}', here.format(at)),
        }),
      );
  }
}
