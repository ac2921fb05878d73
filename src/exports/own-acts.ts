/** SQL: what an account did with a right, from the audit. */
export const OWN_ACTIONS = 'select action, role, subject, at from audit_entries where account_id = $1 order by at, id';

/** SQL: the programmes that an account imported, among the last ones of each conference. */
export const OWN_IMPORTS = `select c.title conference, i.file_name "fileName", i.at from imports i
  join conferences c on c.id = i.conference_id
  where i.account_id = $1
  order by i.at, i.id`;
