# Parts of what is said about faults of the texts.
did-you-mean = {"; did you mean"} “{ $near }”?
belongs-in = {"; it belongs in"} { $file }

found-text = text
found-number = a number
found-bool = true or false
found-date = a day
found-list = a list
found-table = a table

shape-text = text in double quotes
shape-number = a number without quotes
shape-bool = true or false
shape-date = a day such as 2026-03-01, without quotes
shape-choice = one of the known words, in double quotes
shape-ref = the id of an element, in double quotes
shape-list = a list in square brackets
shape-duration = a length of time such as "30m", "4h", "2d" or "1w"
shape-tolerance = a number or a percentage such as "5%"
shape-mark = a figure on a day: {"{ date = 2026-03-01, value = 40 }"}
shape-levels = competences with levels from 1 to 5: {"{ regression = 3 }"}
shape-table = a table

limit-bytes = bytes in a file:
limit-depth = levels of nesting:
limit-elements = elements:

syntax-may-only-go-between-digits = an underscore may only stand between digits
syntax-carriage-return-must-be-followed-by-newline = a lone carriage return
syntax-extra = one `=` too many
syntax-extra-assignment-between-key-value-pairs = one `=` too many
syntax-extra-comma-in-array = one comma too many in the list
syntax-extra-comma-in-inline-table = one comma too many in the braces
syntax-integers-with-a-radix-cannot-be-signed = such a number has no sign
syntax-invalid-basic-string = the string is not closed on its line, or holds a sign that cannot stand in it
syntax-invalid-literal-string = the string is not closed on its line, or holds a sign that cannot stand in it
syntax-invalid-multi-line-basic-string = the string is not closed, or holds a sign that cannot stand in it
syntax-invalid-multi-line-literal-string = the string is not closed, or holds a sign that cannot stand in it
syntax-invalid-comment-character = a control character in a comment
syntax-invalid-inline-table-element = this cannot stand in braces
syntax-invalid-key-value-pair = this is no `key = value`
syntax-invalid-unquoted-key = a key of other letters than a–z, digits, _ and - stands in quotes
syntax-invalid-value = this is no value
syntax-key-with-no-value = a key without `=` and a value
syntax-keys-cannot-be-multi-line-basic-strings = a key stands on one line
syntax-keys-cannot-be-multi-line-literal-strings = a key stands on one line
syntax-missing-array-opening = `]` without its `[`
syntax-missing-assignment-between-key-value-pairs = `=` is missing
syntax-missing-comma-between-array-elements = a comma is missing in the list
syntax-missing-comma-between-key-value-pairs = a comma is missing in the braces
syntax-missing-comment-start = `#` is missing before the comment
syntax-missing-escaped-value = nothing stands behind the backslash
syntax-missing-inline-table-opening = `{"}"}` without its `{"{"}`
syntax-missing-key-for-inline-table-element = a value without its key
syntax-missing-opening-quote = the opening quote is missing
syntax-missing-closing-quote = the closing quote is missing
syntax-missing-table-open = `]` without its `[`
syntax-missing-value-for-key = nothing stands behind `=`
syntax-missing-value = a value is missing
syntax-radix-must-be-lowercase = 0x, 0o and 0b are written small
syntax-redundant-integer-number-prefix = the number has two prefixes
syntax-redundant-numeric-sign = the number has two signs
syntax-string-values-must-be-quoted = text stands in double quotes
syntax-too-few-unicode-value-digits = too few digits behind \u
syntax-unclosed-array-table = `]]` is missing
syntax-unclosed-array = `]` is missing
syntax-unclosed-inline-table = a closing brace is missing
syntax-unclosed-table = `]` is missing
syntax-unexpected-in-array = `=` stands in a list
syntax-unexpected-content-between-comment-and-newline = this cannot stand here
syntax-unexpected-content = this cannot stand here
syntax-unexpected-key-or-value = this cannot stand here: a field stands on a line of its own
syntax-unexpected-leading-zero = the number begins with a zero
syntax-unexpected-sign = a sign cannot stand here
syntax-unquoted-keys-cannot-be-empty = a key is missing
