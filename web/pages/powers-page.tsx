import { Page, type Frame } from './page.tsx';
import type { Conference } from '../components/shapes.ts';

/** `/organize/{conference}/powers`: who may do what, computed by the server's own rules. */
export function PowersPage({
  frame,
  conference,
  faces,
  acts,
}: {
  frame: Frame;
  conference: Conference;
  faces: readonly string[];
  acts: { name: string; may: boolean[] }[];
}) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <p>
        <a href={`/organize/${conference.slug}`}>{say('pages.organize.title')}</a>
      </p>
      <h1>{say('pages.powers.title')}</h1>
      <p class="lead">{say('pages.powers.lead')}</p>
      <div class="wide" tabindex={0} role="region" aria-label={say('pages.powers.title')}>
        <table>
          <thead>
            <tr>
              <td />
              {faces.map((face) => (
                <th key={face} scope="col">
                  {say(`pages.powers.faces.${face}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {acts.map(({ name, may }) => (
              <tr key={name}>
                <th scope="row">{say(`pages.powers.acts.${name}`)}</th>
                {may.map((each, i) => (
                  <td key={faces[i]}>{say(each ? 'pages.powers.yes' : 'pages.powers.no')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}
