# The words of the lists of records: their filters, one record with its history, acts on chosen records; and of today.

work-menu-records = Records

## Lists
records-registers = Registers
records-lead = { $count ->
    [one] One record
   *[other] { $count } records
 }: { $verified } checked, { $pending } to check, { $returned } sent back, { $withdrawn } withdrawn.
records-find = Find
records-find-hint = Number of a person or thing, or a document
records-show = Show
records-any = all
records-country = Country
records-state = State
records-record = Record
records-choose = Choose
records-choose-one = choose { $record }
records-line = line { $line }
records-empty = No record matches.
records-download = Download this list, CSV
records-next = Next page

## One record
records-record-lead = From { $partner }, document { $document }; its values are of { $moment }.
records-history = What happened to it
records-acts = What can be done with it
records-imported = Entered
records-changed = Sent again with other values
records-changed-personal = What identifies a person was changed.
records-column-changed = { $column }: { $before } became { $after }.
records-nothing = nothing
records-verified = Compared with its source and accepted
records-returned = Sent back: { $reason }
records-returned-until = Sent back: { $reason }. Answer by { $day }.
records-withdrawn = Withdrawn: { $reason }

## Acts
records-verify = Accept as compared with the source
records-return = Send back to the partner
records-withdraw = Withdraw
records-act-lead = { $count ->
    [one] One record is chosen.
   *[other] { $count } records are chosen.
 }
records-effects = What changes
records-reason = Why; it is kept with the record
records-cancel = Leave it as it is
said-nothing-chosen = Nothing was chosen. Mark the records first.
said-records-verified = { $count ->
    [one] One record was accepted.
   *[other] { $count } records were accepted.
 }
said-records-returned = { $count ->
    [one] One record was sent back.
   *[other] { $count } records were sent back.
 }
said-records-withdrawn = { $count ->
    [one] One record was withdrawn.
   *[other] { $count } records were withdrawn.
 }

## Today
today-lists = Lists to check
today-lists-lead = { $count ->
    [one] One list waits for you.
   *[other] { $count } lists wait for you.
 }
today-returned = Sent back to the partner
today-returned-lead = { $count ->
    [one] One record was sent back and waits for an answer.
   *[other] { $count } records were sent back and wait for an answer.
 }
today-until = answer by { $day }
today-reports = Reports for { $quarter }
today-reported = { $days ->
    [one] received one day after the quarter's end
   *[other] received { $days } days after the quarter's end
 }
today-reported-nil = nothing to report
today-not-reported = has not reported
today-late = late
today-all = All
today-nothing = Nothing waits for you.
