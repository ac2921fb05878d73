import type { ComponentChildren } from 'preact';
import type { PageContext } from './page.tsx';

/** A file that was sent before and waits for the answers. */
export interface KeptFile {
  /** Opens it again. */
  reference: string;
  /** Empty when the browser gave it none. */
  name: string;
}

interface ProgrammeFileProps {
  kept: KeptFile | null;
  /** Rows that were pasted and refused, to be corrected. */
  pasted: string;
  help: ComponentChildren;
  say: PageContext['say'];
}

/**
 * The file of a programme: to choose, to paste, or the one that was sent before, which another one may replace. A file
 * that is chosen wins.
 */
export const ProgrammeFile = ({ kept, pasted, help, say }: ProgrammeFileProps) => (
  <>
    <p>
      {kept && <input type="hidden" name="kept" value={kept.reference} />}
      <label for="file">{say(kept ? 'pages.organize.otherFile' : 'pages.organize.file')}</label>
      <input id="file" type="file" name="file" accept=".json,.xml,.csv,.xlsx" aria-describedby="file-help" />
      <span class="help" id="file-help">
        {kept ? (
          <>
            <b dir="auto">{kept.name || say('pages.organize.file')}</b> {say('pages.organize.fileKept')}
          </>
        ) : (
          help
        )}
      </span>
    </p>
    <details open={pasted !== ''}>
      <summary>{say('pages.organize.paste')}</summary>
      <label for="pasted">{say('pages.organize.pasted')}</label>
      <textarea id="pasted" name="pasted" rows={6} spellcheck={false} autocomplete="off" aria-describedby="pasted-help">
        {pasted}
      </textarea>
      <span class="help" id="pasted-help">
        {say('pages.organize.pastedHelp')}
      </span>
    </details>
  </>
);
