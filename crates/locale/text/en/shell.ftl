web-forbidden = This is not yours to do
web-forbidden-mend = Your role has no right to: { $right }. Ask an administrator, who can change your role.
web-old-form = The form has grown old
web-old-form-mend = The page was open for too long, or it was sent from another site. Go back, reload the page and send it again: nothing was changed.
web-too-large = Too large
web-too-large-mend = At most { $kb } KiB are taken here. Send less at once.
web-refused = This could not be done
serve-differs = The texts in { $path } differ from revision { $revision } of the database, which is served.
