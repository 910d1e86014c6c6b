# The words of the bundle that an auditor takes away.
bundle-language = English
bundle-title = The evidence behind { $release }: { $action }
bundle-lead = Facts up to { $to }; issued on { $on }. The figures were counted from the first { $size } entries of the ledger { $origin }; this file holds { $entries }, with the release itself.
bundle-handed-over = This file is handed over to an auditor and is not for publication: a line of it is one record. No name, phone number or address of a person is in it.
bundle-figures = Figures, partner by partner
bundle-figures-note = Reported is what a partner’s rows say as they came, whatever became of them. Supported is the part whose rows a second person compared with their source. On file is the part of that whose source document was received here too. In the figure is what the partner adds, each unit once: over all partners it is the figure.
bundle-partner = Partner
bundle-reported = Reported
bundle-supported = Supported
bundle-difference = Difference
bundle-paper = On file
bundle-added = In the figure
bundle-issued = Issued: { $value }.
bundle-said = { $by } said { $value } ({ $when }); the issued figure differs by { $difference }.
bundle-checked-by = { $by } ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
 })
bundle-checkers = Checked by { $by }.
bundle-found = Found and not counted: { $found }.
bundle-found-nothing = Nothing was left out.
bundle-sample = The sample
bundle-sample-note = For each figure and partner up to three checked rows were drawn by the root of the ledger’s tree, which nobody could choose. See the paper of each and write down what you find: sample.csv has room for it. Who compared the row with its source stands beside it. That somebody else checked this sample again is not recorded in this ledger.
bundle-record = Record
bundle-document = Source document
bundle-on-file = On file
bundle-row = Row
bundle-checked = Checked by
bundle-yes = yes
bundle-no = no
bundle-inside = What is in this file
bundle-in-figures = the tables above, for programs
bundle-in-sample = the rows that were drawn, with empty columns for what you see
bundle-in-release = the release as it was issued, with both signatures
bundle-in-recount = every record and decision as a plain file, and SQL by which another program counts the figures again
bundle-in-package = the programme’s package with the rules that counted
bundle-in-ledger = every entry up to the release, the signed head over them, the log’s public key, the proof of the release’s entry
bundle-in-seal = the sums of all parts, and the signature over them
bundle-check = Check this file
bundle-check-how = Run hatua release verify with this file on any machine: it needs no network, no database and no key but the public one. Name the public key that you had before with --key.
bundle-check-proves = It proves that every byte is as it was sealed, that the entries are the signed ledger, and that the figures, counted again, are those that were issued.
bundle-check-open = It does not prove that a record is true, nor that nothing was left out before it was sent. Only paper and people show that.
