import type { Tx } from '../platform/database/database.ts';
import type { TalkLink } from './talk.entity.ts';

/** Addresses that a talk links to now and did not before, as links or as attachments. */
export interface AddedLinks {
  threadId: string;
  urls: string[];
}

export type LinksListener = (tx: Tx, added: readonly AddedLinks[]) => Promise<void>;

interface LinkingTalk {
  id: string;
  talk: { links: readonly TalkLink[]; attachments: readonly TalkLink[] };
}

/** Before talks are updated: which of their links their rows do not have. */
export const addedLinks = (tx: Tx, talks: readonly LinkingTalk[]): Promise<AddedLinks[]> =>
  tx.query<AddedLinks>(
    `select t.thread_id "threadId", array_agg(distinct l->>'url') urls
     from jsonb_to_recordset($1::jsonb) r(id uuid, links jsonb)
     join talks t on t.id = r.id and t.thread_id is not null
     cross join jsonb_array_elements(r.links) l
     where not exists (
       select from jsonb_array_elements(t.links || t.attachments) o where o->>'url' = l->>'url'
     )
     group by t.thread_id`,
    [JSON.stringify(talks.map(({ id, talk }) => ({ id, links: [...talk.links, ...talk.attachments] })))],
  );
