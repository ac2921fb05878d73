import { LocaleContext, type LocaleSettings } from '../components/locale-context.ts';
import { Page, type PageContext } from './page.tsx';
import { EveryPart } from './style-every-part.tsx';
import { HERE, Part } from './style-part.tsx';
import { Segmented } from '../components/segmented.tsx';

const TOKENS = (
  'paper sheet sunk ink1 ink2 ink3 line line2 accent accent-h accent-ink accent-soft ok ok-soft ' +
  'warn warn-soft live live-soft live-fill'
).split(' ');

interface StylePageProps {
  context: PageContext;
  scenes: readonly LocaleSettings[];
  theme: string | null;
}

/**
 * `/style`, in development: colours, type, and every component in every state, in both languages. Names of states are
 * those of the API. Forms repeat their ids here, so axe skips this page.
 */
export function StylePage({ context, scenes, theme }: StylePageProps) {
  return (
    <Page {...context} theme={theme}>
      <h1>{context.title}</h1>
      <Segmented
        label={context.title}
        segments={[null, 'light', 'dark'].map((each) => ({
          href: each === null ? HERE : `${HERE}?theme=${each}`,
          label: each ?? 'auto',
          isChosen: each === theme,
        }))}
      />
      <Part name="colour">
        <table>
          <tbody>
            {TOKENS.map((token) => (
              <tr key={token}>
                <td>
                  <svg width="96" height="28" aria-hidden="true">
                    <rect width="96" height="28" fill={`var(--${token})`} stroke="var(--line)" />
                  </svg>
                </td>
                <td>
                  <code>--{token}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      {scenes.map((scene) => (
        <LocaleContext.Provider key={scene.locale} value={scene}>
          <section lang={scene.locale}>
            <EveryPart {...scene} />
          </section>
        </LocaleContext.Provider>
      ))}
    </Page>
  );
}
