behalf-section = Working on behalf of somebody
behalf-section-text = Do you prefer pen and telephone? The secretary of your council can work on your behalf, if you agree.

behalf-title = Who may work on your behalf
behalf-lead = You can give somebody consent to read and write on your behalf. Your name is shown, and the name of whoever did it. You get a letter each time. Voting, consenting and changing your own details you always do yourself.
behalf-given = Consent that you gave
behalf-nobody = Nobody works on your behalf.
behalf-until = Up to and including { $day }
behalf-take-back = Take the consent back
behalf-all-councils = for your seat in the council
behalf-what-was-done = Read what was done on your behalf
behalf-give = Give consent
behalf-give-text = You can give it to the secretary or the chair of your council, and to the office.
behalf-no-candidates = Giving consent is for members of a council that has a secretary or a chair.
behalf-who = Who may work on your behalf?
behalf-choose = Choose somebody
behalf-candidate = { $name }, { $role }, { $place }
behalf-last-day = Up to and including which day?
behalf-last-day-hint = Two years at most. You can take the consent back at any moment.
behalf-give-button = Give consent
behalf-no-who = Choose who may work on your behalf.
behalf-bad-day = Write a day like 24 november 2027.
# $day: what somebody typed
behalf-no-such-day = { $day } is not on the calendar. Choose another day.
behalf-past-day = This day is over. Choose a day to come.
behalf-too-long = Choose a day within two years.
behalf-given-now = You gave consent
behalf-given-text = Both of you get a letter. You can take the consent back here at any moment.
behalf-ended = The consent was taken back
behalf-ended-text = It holds at once. Both of you get a letter.

behalf-act-title = Working on behalf of a member
behalf-act-lead = A member of your council can give you consent to work on their behalf. Every page then says that you do.
behalf-held = Who gave you consent
behalf-held-none = Nobody gave you consent.
behalf-act = Work on behalf of { $name }
behalf-ask = Ask for consent
behalf-ask-text = The member gets a letter with a button, and gives the consent themselves. You cannot fill it in for another.
behalf-ask-whom = Whom?
behalf-ask-button = Ask for consent
behalf-asked = The question was sent
behalf-asked-text = You get a letter when the consent is there.
behalf-over = That is no longer possible
behalf-over-text = The consent is over or was taken back, or one of you no longer sits in the council.
behalf-asked-before = You asked this already
behalf-asked-before-text = Give them a week to think about it. You can always call, of course.
# $day: when it was asked; $again: from when it can be asked again
behalf-asked-on = Asked on { $day }. From { $again } you can ask again.
