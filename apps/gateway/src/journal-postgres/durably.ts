import { sql } from 'kysely';

/**
 * A condition that is always true and makes the transaction wait for the disk at its commit, whatever the role or the server has set. It is a part of the
 * statement, so that no client stands between a lock and its commit. `remote_apply` waits for more than `on`, and stays.
 */
export const durably = sql<boolean>`
  case current_setting('synchronous_commit')
    when 'remote_apply' then true
    else set_config('synchronous_commit', 'on', true) = 'on'
  end`;
