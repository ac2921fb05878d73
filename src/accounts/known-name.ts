/** SQL: whether a persona `p` shows the rights of its account, by a badge or as its only persona. */
export const SHOWS_A_RIGHT = `(
    exists (select from badges b where b.persona_id = p.id)
    or (
      not exists (select from badges b where b.account_id = p.account_id and b.conference_id = p.conference_id)
      and not exists (
        select from personas o
        where o.account_id = p.account_id
          and o.conference_id = p.conference_id
          and o.withdrawn_at is null
          and o.id <> p.id
      )
    )
  )`;

/**
 * SQL: the name under which organizers and moderators know an account in a conference. Null where it has several
 * personas and shows its rights on none, because any name would tell that it is theirs.
 */
export const knownName = (accountId: string, conferenceId: string): string =>
  `(
     select nullif(p.name, '') from personas p
     where p.account_id = ${accountId}
       and p.conference_id = ${conferenceId}
       and p.withdrawn_at is null
       and ${SHOWS_A_RIGHT}
     order by p.id limit 1
   )`;
