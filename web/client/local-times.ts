/**
 * Adds the reader's time beside each time of a programme where they differ, with its day. `note` names the conference's
 * zone (`data-zone`) and has the text for the reader's own (`data-own`, with `{time}`).
 */
export function showOwnTimes(note: HTMLElement): void {
  const { zone = 'UTC', own = '' } = note.dataset;
  const format = (parts: Intl.DateTimeFormatOptions, timeZone?: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR', {
      ...(timeZone ? { timeZone } : {}),
      ...parts,
    });
  const hour = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const [there, here] = [format(hour, zone), format(hour)];
  const [dayThere, dayHere] = [format(day, zone), format(day)];
  for (const time of document.querySelectorAll<HTMLTimeElement>('ul.talks .hour time, .schedule th time')) {
    const at = new Date(time.dateTime);
    const isOtherDay = dayThere.format(at) !== dayHere.format(at);
    if (!isOtherDay && there.format(at) === here.format(at)) continue;
    const shown = isOtherDay ? `${dayHere.format(at)} ${here.format(at)}` : here.format(at);
    time.after(
      Object.assign(document.createElement('small'), {
        className: 'own-time help',
        textContent: own.replace('{time}', shown),
      }),
    );
  }
}
