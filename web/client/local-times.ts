const format = (parts: Intl.DateTimeFormatOptions, timeZone?: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR', {
    ...(timeZone ? { timeZone } : {}),
    ...parts,
  });

/**
 * Says the reader's time of each time of a programme where they differ, with its day: in brackets beside the times of a
 * list, and in a grid at the pointer alone, because its rows are as high as what is in them. `note` names the
 * conference's zone (`data-zone`), has the text for the reader's own (`data-own`, with `{time}`), and says of the first
 * one whose it is, so that no other has to.
 */
export function showOwnTimes(note: HTMLElement): void {
  const { zone = 'UTC', own = '' } = note.dataset;
  const hour = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const [there, here] = [format(hour, zone), format(hour)];
  const [dayThere, dayHere] = [format(day, zone), format(day)];
  for (const time of document.querySelectorAll<HTMLTimeElement>('ul.talks .hour time, .schedule th time')) {
    const at = new Date(time.dateTime);
    const isOtherDay = dayThere.format(at) !== dayHere.format(at);
    if (!isOtherDay && there.format(at) === here.format(at)) continue;
    const ownTime = isOtherDay ? `${dayHere.format(at)} ${here.format(at)}` : here.format(at);
    const title = own.replace('{time}', ownTime);
    if (!note.textContent!.includes('=')) note.append(` · ${there.format(at)} = ${title}`);
    if (time.closest('.schedule')) time.title = title;
    else {
      const beside = { className: 'own-time help', textContent: `(${ownTime})`, title };
      time.after(Object.assign(document.createElement('small'), beside));
    }
  }
}

/** Says the times of a page without a conference, which the server wrote in UTC, in the reader's zone, and names it. */
export function sayInOwnZone(): void {
  const shown = format({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  for (const time of document.querySelectorAll('time'))
    if (time.textContent?.endsWith('UTC')) time.textContent = shown.format(new Date(time.dateTime));
}
