# The words of the workspace: releases.
work-menu-publish = Publish
publish-release = Release { $release }
publish-lead = Data to { $to }, compared with { $last } of { $on }.
publish-lead-first = Data to { $to }. It is the first release.
publish-lead-issued = Issued on { $on }. No release is in preparation.
publish-none = No release was issued yet.
publish-restated = { $count ->
    [one] one restated
   *[other] { $count } restated
 }
publish-same-count = { $count } unchanged
publish-figure = Figure
publish-before = Before
publish-after = In preparation
publish-change = Change
publish-absent = absent
publish-same = same
publish-new = new
publish-reason = Reason, which will be published
publish-reason-said = Reason, published: { $reason }
publish-reason-missing = “{ $figure }” goes from { $before } to { $after }. Give the reason: it will be published.
publish-reason-definition = “{ $figure }” has another definition than before. Give the reason: it will be published.
publish-reason-unfit = The reason for “{ $figure }” can't be kept. Write 1 to 500 characters without names, phone numbers or addresses: it stays for ever.
publish-out-of-turn = Another release was issued meanwhile. Open the page again.
publish-wrong-period = A revision covers the same period as its release, and a new release a later one. Choose another day.
publish-data-to = Last day of the facts
publish-data-to-missing = Write the last day of the facts: year-month-day.
publish-prepare = Prepare: { $release }
publish-prepare-submit = Ready to be signed
publish-prepare-note = Then two people sign, of two organisations. Prepared again, it has to be signed anew.
publish-next = Prepare a release
publish-obstacle = A reason is missing since this release was prepared. The lead has to prepare it again.
publish-signatures = Two people sign, of two organisations
publish-signed = Signed on { $at }
publish-not-signed = Not signed
publish-awaits-lead = Consortium lead
publish-awaits-verifier = Verifier of another organisation
publish-refused-role = Your role does not sign.
publish-refused-lead-first = The consortium's lead signs first.
publish-refused-signed = Signed in your role already.
publish-refused-organisation = Both signatures would be of { $organisation }. Somebody of another organisation has to sign.
publish-refused-worked = { $count ->
    [one] You entered or checked one of the records behind a changed figure, so another person has to sign.
   *[other] You entered or checked { $count } of the records behind a changed figure, so another person has to sign.
 }
publish-read = I have read the figures that change and their reasons
publish-read-missing = Read the figures that change, then tick that you have.
publish-code = Code of your second factor
publish-sign = Sign: { $release }
publish-sign-issue = Sign and issue: { $release }
publish-no-way-back = Issuing can't be taken back. A mistake is corrected by a revision.
publish-nothing-prepared = This release is not in preparation any more. Open the page again.
publish-donor-lead = You do not sign and can't change a figure. What you decide is kept with the release.
publish-accept = Accept
publish-ask = Send back with a question
publish-about = About
publish-about-whole = The whole release
publish-question = Your question to the lead
publish-send = Send
publish-decision-missing = Choose whether you accept the release or ask about it.
publish-answer = Your answer to the donor's question
publish-answer-submit = Send the answer
publish-words-unfit = Write 1 to 500 characters without names, phone numbers or addresses: it stays for ever.
publish-review-late = Somebody else has spoken meanwhile: the page shows what was said.
publish-reviews = What the donor said
publish-unreviewed = Nothing yet. The release stays public meanwhile.
publish-said-accepted = Accepted.
publish-said-asked = Question:
publish-said-answered = Answer:
said-release-prepared = The release is ready to be signed.
said-release-signed = You have signed. A verifier of another organisation comes next.
said-release-issued = The release is issued.
said-release-accepted = You have accepted the release.
said-release-asked = Your question is sent.
said-release-answered = Your answer is sent.
