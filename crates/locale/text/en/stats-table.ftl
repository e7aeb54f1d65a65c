# Tables as statistics reads them: kinds of columns, what is odd about a file, expressions.
table-kind-number = number
table-kind-whole = whole number
table-kind-yesno = yes or no
table-kind-date = date
table-kind-datetime = date and time
table-kind-word = word
table-kind-text = text

table-faulty = The file cannot be read: { $detail }.
table-json-line = Line { $row } is no JSON object: { $detail }.
table-long-row = Row { $row } is longer than 256 MB: most likely a quotation mark in it was never closed.
table-no-column = There is no column { $name }. The columns are: { $there }.
table-nested = { $column } holds lists or records in its cells and was left out.
table-nested-asked = { $column } holds lists or records in its cells. Unfold it into plain columns before it is read.
table-no-kind = There is no kind of column called { $name }. The kinds are: { $there }.
table-no-role = There is no role called { $name }. The roles are: none, id, outcome, weight.
table-no-pair = { $text } should be written as column=value, several of them with commas between.
table-no-unit = { $text } is no unit. A unit is written like people, ₽ or ₽/click.
table-wrong-kind = { $column } cannot be used here: it is of the kind “{ $kind }”.

table-unnamed = { $count ->
    [one] One column has no head and is called { $columns }.
   *[other] { $count } columns have no head and are called { $columns }.
}
table-twice = { $count } columns are called { $column }; they were numbered so that none is taken for another.
table-unread = { $column } is read as “{ $kind }”, and { $count ->
    [one] one cell is none and counts as missing: { $cells }.
   *[other] { $count } cells are none and count as missing: { $cells }.
}
table-unread-cell = row { $row } “{ $text }”
table-infinite = { $column } is infinite in { $count ->
    [one] one row
   *[other] { $count } rows
}; no method can reckon with that.
table-all-missing = { $column } has no value in any row.
table-no-rows = The table has columns and no rows.

express-at = In the expression, at character { $at }: { $why }.
express-ends = it ends where something more is needed
express-unexpected = { $found } cannot stand here
express-unclosed = the quotation mark is never closed
express-no-column = there is no column { $name }; a name with spaces is put into backquotes
express-no-function = there is no function { $name }; there are { $there }
express-arguments = { $name } does not take so many values
express-need-figure = a figure is needed
express-need-truth = a condition is needed, something that is true or false
express-need-day = a date is needed
express-unlike = these two cannot be held against each other
express-units = { $left } and { $right } can be neither added nor compared
express-unit = this cannot be done with figures in { $unit }; divide by a figure of the same unit first
express-need-step = a whole number is needed, 1 or more
express-too-large = the expression is too long or too deep
