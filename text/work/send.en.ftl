# The words of the workspace: sending a list.
work-menu-send = Send a list
send-lead = A workbook or a CSV file, as you keep it. It is looked over first; nothing is written before you say so.
send-register = List of
send-partner = Partner
send-file = File (XLSX, ODS or CSV)
send-look = Look over
send-choose = Choose which list it is, and whose.
send-no-file = Choose the file.
send-too-long = The file has more than 50 MB. Send it in parts.
send-unreadable = The file can't be read as this list. { $cause } Choose the list that it is, or mend the file.
send-cell = Cell
send-value = In the file
send-message = What is wrong, and what to do
send-whole = the whole list
send-read = Rows read
send-ready = Ready
send-noted = Ready, with a note
send-aside = With a problem
send-unchanged = Already here
send-more = And { $count } more.
send-aside-note = Rows with a problem are not lost: they are kept aside with their reasons. Mend them in your list and send it again; what is here already stays.
send-take = { $count ->
    [one] Take in one row
   *[other] Take in { $count } rows
 }
send-gone = This file waits no longer: it was taken in already, or waited too long. Send it again to see; what is here already stays.
said-list-taken-in = { $count ->
    [one] One row is taken in and waits to be checked by a second person.
   *[other] { $count } rows are taken in and wait to be checked by a second person.
 }
