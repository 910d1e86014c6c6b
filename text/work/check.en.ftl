# The words of checking: the documents that wait, and one document beside its scan.

## Words of records
work-menu-check = Check
work-waiting = waiting
work-document = Document
work-partner = Partner
work-register = Register
work-yes = yes
work-no = no
work-operator = the machine's operator
work-status-pending = waits for a check
work-status-verified = checked
work-status-returned = sent back
work-status-withdrawn = withdrawn
work-effect = { $figure }: { $before } becomes { $after }.
work-no-effect = No figure changes.
work-overtaken = { $count ->
    [one] { $name } decided one of these rows at { $moment }. Nothing was done twice. What you typed about the rows that still wait is kept below: look again and send it.
   *[other] { $name } decided { $count } of these rows at { $moment }. Nothing was done twice. What you typed about the rows that still wait is kept below: look again and send it.
 }
work-overtaken-own = You decided these rows yourself at { $moment }. Nothing was done twice.

## Documents that wait
check-lead = { $count ->
    [one] One row waits for somebody to compare it with its source.
   *[other] { $count } rows wait for somebody to compare them with their source.
 }
check-empty = No list waits for you.
check-rows = Rows that wait
check-since = Waits since
check-source = Source
check-on-file = on file
check-not-on-file = not on file

## One document
check-heading = Check a list: { $document }
check-list-lead = { $rows ->
    [one] One row, entered by { $partner }; { $waiting } to check.
   *[other] { $rows } rows, entered by { $partner }; { $waiting } to check.
 }
check-list-done = Nothing of this list waits for a check.
check-back = All lists
check-nothing-on-file = No scan of this document is on file. Ask the partner to send it, or compare with the paper itself.
check-page = Page file { $number }
check-received-file = The file as it was received
check-part = { $register }: { $count ->
    [one] one row
   *[other] { $count } rows
 }
check-same = The same in all rows:
check-line = Line
check-name = Name
check-details = As entered
check-mark = Mark
check-differs = differs
check-of-line = , line { $line }
check-how = Mark what differs from the list. A marked row with a reason goes back to the partner, one without a reason waits. Everything else is accepted by one act and recorded row by row.
check-why = Why line { $line } goes back
check-reason-absent = Not on the list
check-reason-unsigned = Not signed on the list
check-reason-other = The list says something else
check-reason-unreadable = Cannot be read on the list
check-reason-twice = Stands twice on the list
check-own = you entered this row: another person has to check it
check-lacks = lacks what is needed before it can be checked
check-count = { $count ->
    [one] One row to check.
   *[other] { $count } rows to check.
 }
check-due = Answer by
check-due-wrong = The day of the answer cannot be read. Write it year-month-day, or leave it empty.
check-accept = Accept all without a mark
check-skip = Skip
check-next-line = line
check-whole = Send the whole list back: why
check-more = Day of the answer, whole list
check-give-back = Send back
said-list-accepted = { $count ->
    [one] One row was accepted. This is the next list.
   *[other] { $count } rows were accepted. This is the next list.
 }
said-list-accepted-others-returned = { $count ->
    [one] One row was accepted, the marked ones were sent back. This is the next list.
   *[other] { $count } rows were accepted, the marked ones were sent back. This is the next list.
 }
said-list-returned = { $count ->
    [one] One row was sent back. This is the next list.
   *[other] { $count } rows were sent back. This is the next list.
 }
said-list-left = All rows of the list were left for later. This is the next list.
