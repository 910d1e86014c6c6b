# The words of the workspace: coming in, the frame of its pages, a user's own settings.

## Frame
work-title = { $title } – Hatua workspace
work-menu = Workspace
work-menu-today = Today
work-menu-settings = Settings
work-who = { $name }, { $role }
work-sign-out = Sign out
work-invented = Demonstration records: all names and rows are invented
work-to-today = Today
work-next = Next step
work-refused = That was not done
work-not-found-remedy = It may have another address now, or be somebody else's.
work-form-foreign = This form did not come from a page of yours
work-form-foreign-remedy = Nothing was changed. Open the page again and send the form from there.
work-moment = { $day }, { $time } ({ $zone })
role-field-officer = field officer
role-partner-me = partner's M&E officer
role-consortium-lead = consortium lead
role-verifier = verifier
role-programme-manager = programme manager of the donor
role-ministry-counterpart = ministry counterpart
role-caseworker = caseworker
role-auditor = auditor
role-administrator = administrator

## Coming in
work-sign-in = Sign in
work-sign-in-lead = Step 1 of 2. Your second factor comes next, where your role asks for one.
work-sign-in-refused = E-mail and password do not belong together. Type both again.
work-sign-in-too-many = Too many attempts. Wait { $minutes } minutes and try again.
work-door-closed = Nobody can sign in here: this address is neither HTTPS nor on this machine. Ask who keeps the machine to start it with its public address.
work-email = E-mail
work-password = Password
work-programme = Programme
work-continue = Continue
work-cannot-sign-in = Can't sign in? A second administrator can let you in again; nobody can see your password.
work-demonstration-accounts = The accounts of the demonstration are printed by the command "hatua demo".
work-code-heading = Your second factor
work-code-lead = Step 2 of 2, for { $email }.
work-code = Six digits from your authenticator
work-code-wrong = { $tries ->
    [one] That code does not match. Codes change every 30 seconds: wait for the next one and type it. One try is left.
   *[other] That code does not match. Codes change every 30 seconds: wait for the next one and type it. { $tries } tries are left.
 }
work-code-used = That code was used already. Wait for the next one and type it.
work-code-none = No second factor is set up for this account.
work-session-ended = You were signed out. Sign in again.
work-factor-heading = Set up your second factor
work-factor-lead = Your role can see people or sign. Read the picture with an authenticator on your phone, then type the code that it shows.
work-factor-picture = Picture for your authenticator; its text stands below
work-factor-secret = No camera? Type the letters above into the authenticator.
work-factor-submit = Set up and sign in
work-invitation-heading = Choose your password
work-invitation-lead = { $name }, take a sentence that you remember: { $least } characters or more. Then sign in.
work-invitation-submit = Set the password
work-invitation-over = This invitation was used or has ended
work-invitation-over-remedy = Ask who invited you for a new one. If you have set your password already, sign in.

## Settings
work-sessions = Where you are signed in
work-session-agent = Browser
work-session-begun = Since
work-session-seen = Last used
work-session-end = Sign out there
work-session-this = this one
work-session-unnamed = a browser without a name
said-session-ended = That session has ended.
said-password-changed = Your password is changed. Other sessions have ended.
work-password-change = Change your password
work-password-present = Present password
work-password-new = New password
work-password-wrong = The present password is another one. Type it again.
work-password-short = The password is shorter than { $least } characters. Take a sentence that you remember.
work-password-long = The password is longer than { $most } bytes. Take a shorter sentence.
work-password-guessable = Everybody can guess this password: it is your e-mail or name, or one character again and again. Take a sentence that you remember.

## Today
work-today-lead = { $day }. Release { $release } is the newest one.
