# What is taken out as a file and brought in from one.
exchange-part-date = day
exchange-part-value = value
exchange-part-what = what is done
exchange-part-owner = who does it
exchange-part-within = within

exchange-sheet-about = Department
exchange-sheet-targets = KPI targets
exchange-sheet-figures = KPI readings
exchange-col-id = id
exchange-col-table = Table
exchange-col-field = Field
exchange-col-value = Value
exchange-col-kpi = KPI
exchange-col-kpi-id = KPI, id
exchange-col-unit = Unit
exchange-col-date = Date
exchange-col-target = Target
exchange-col-reading = Reading
exchange-col-file = File
exchange-col-row = Row
exchange-col-synthetic = Synthetic
exchange-col-imported = Imported

exchange-event-action = Action
exchange-event-checkpoint = Checkpoint
exchange-event-terminal = Terminal KPI

exchange-error-row = row { $row }: { $problem }
exchange-error-cell = row { $row }, “{ $column }”: { $problem }
exchange-not-number = “{ $value }” is not a number
exchange-not-date = “{ $value }” is not a date
exchange-not-truth = “{ $value }” is neither yes nor no
exchange-not-length = “{ $value }” is not a length of time; write it as 30m, 4h, 2d or 1w
exchange-not-tolerance = “{ $value }” is neither a number nor a percentage
exchange-not-marks = “{ $value }” is not a list of targets; write it as 2026-03-31: 60; 2026-06-30: 45
exchange-not-levels = “{ $value }” is not a list of competences; write it as Regression: 4; Listening: 3
exchange-not-id = “{ $value }” cannot be an id: lower-case letters, digits, “_” and “-”, and nobody else's
exchange-not-word = “{ $value }” is none of: { $words }
exchange-unknown = there is no { $kind } “{ $value }”
exchange-unknown-near = there is no { $kind } “{ $value }”; perhaps “{ $near }” was meant
exchange-ambiguous = several are called “{ $value }” ({ $kind }); name it by its id
exchange-twice = row { $row } is about the same element
exchange-nameless = a new row needs a name
exchange-half = a day and a value belong together
exchange-long = too much text
