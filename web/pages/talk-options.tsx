import type { ThreadChoice } from './organize-props.ts';

export type Talks = ThreadChoice['talks'];

export const TalkOptions = ({ talks, chosen }: { talks: Talks; chosen: string }) => (
  <>
    {talks.map(({ talkId, title }) => (
      <option key={talkId} value={talkId} selected={talkId === chosen}>
        {title}
      </option>
    ))}
  </>
);
