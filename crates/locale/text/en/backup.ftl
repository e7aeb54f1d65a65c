# Backups.
cli-backup = Copy all that is kept into a file, while the server works
cli-backup-file = The new file
cli-restore = Make a department's data out of a backup
cli-restore-file = The backup
cli-restore-replace = Replace the data that is there; it stays beside as reper.db.before
backup-done = Copied and looked through: { $path }. Revisions: { $revisions }, users: { $users }, measurements: { $measurements }, entries of the audit trail: { $entries }.
restore-done = Restored from { $path } and looked through, every revision by its checksum. Revisions: { $revisions }, users: { $users }, measurements: { $measurements }, entries of the audit trail: { $entries }.
restore-checked = The last revision can be read: elements: { $elements }, findings: { $findings }.
restore-before = What was there before is kept as { $path }.
error-exists = { $path } is there already; nothing was written. Choose another name.
error-holds = { $path } holds data already; nothing was changed. Restore into an empty folder, or replace it with --replace.
error-in-use = { $path } is in use; nothing was changed. Stop the server, or take a backup with reper backup.
error-no-backup = { $path } is no backup of Reper; nothing was changed.
