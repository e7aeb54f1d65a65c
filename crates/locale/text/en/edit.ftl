edit-text = { $file }, line { $line }: the text cannot be read ({ $what }). Mend it in the raw text first.
edit-no-element = There is no [{ $subject }] any more. Reload the page to see what is there.
edit-exists = [{ $subject }] is there already. Choose another id.
edit-id = “{ $id }” cannot be an id. Use small letters, digits, “_” and “-”, at most 64 of them.
edit-kind = There are no elements of the kind “{ $kind }”.
edit-field = An element of the kind “{ $kind }” has no field “{ $field }”.
edit-within = [{ $subject }] has no header of its own. Move it in the raw text.
edit-too-large = Too much at once. Save in smaller parts.
