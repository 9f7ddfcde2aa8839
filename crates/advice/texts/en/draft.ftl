draft-title = Writing the advice
draft-new = No version yet
draft-version = Draft, version { $n }
draft-version-n = version { $n }
draft-about = Advice on:
draft-old = You read an older version
draft-to-newest = To the newest version
draft-stale = { $who } changed this just now too
draft-stale-text = Your text is kept and stands below. Take over what you want to keep and save again. The other version stays to be read, and you can put it back.
draft-theirs = What is there now: version { $n }
draft-mine = Your text
draft-one-line = The advice in one line
draft-one-line-hint = As it stands above the letter.
draft-summary = In short
draft-summary-hint = One page at most. What do you ask, and why?
draft-heard = What we saw and heard
draft-heard-hint = Whom did you talk to, and what did they say? Give no names.
draft-considered = What we considered
draft-considered-hint = What speaks for it, what against?
draft-equal-chances = Equal chances
draft-equal-chances-hint = Whom does this touch most? Whom do we easily forget?
draft-effects = Effect with each recommendation
draft-needs = { $n ->
    [one] One more thing before sending
   *[other] { $n } more things before sending
 }
draft-needs-nothing = Everything is there
draft-save = Save the draft
draft-save-text = Each time you save becomes a version. The municipality sees nothing.
draft-versions = Versions
draft-no-versions = No version has been saved yet.
draft-read-version = Read version { $n }
draft-to-consent = To the members’ consent
draft-to-consent-text = The members say whether they agree. Then the advice can go.
draft-to-issue = To sending
rec-text = Recommendation { $n }
rec-text-hint = One action, no question.
rec-to-whom = To whom
rec-effect-label = What do residents notice of it?
rec-effect-hint = One sentence. The municipality always asks for it.
rec-reason-label = Why?
rec-up = Up
rec-down = Down
rec-remove = Remove
rec-nth = recommendation { $n }
rec-add = Add a recommendation
minority-title = A different opinion
minority-label = Do you see it differently?
minority-hint = Write your opinion down. It goes along with the advice. Empty the field to take it back.
minority-name = With or without your name?
minority-named = Add my name
minority-named-hint = Otherwise it says: one member.
minority-without-name = without a name in the letter
minority-save = Save my opinion
issue-title = Send the advice?
issue-text = It goes to { $who }. After that you cannot change the text any more.
issue-minorities = { $n ->
    [one] One different opinion goes along.
   *[other] { $n } different opinions go along.
 }
issue-answer-due = The municipality answers by
issue-button = Send the advice
issue-back = No, back to the draft
issue-too-few = { $n ->
   *[other] { $words } of { $of } members answered. { $needed } are needed.
 }
issue-no-majority = No more members agreed than objected
issue-doubt-text = Better ask the members once more. Not possible? Then send it all the same, with the reason.
issue-doubted = The council cannot send this advice like this. Ask the members once more, or choose: send all the same.
issue-anyway-reason = Why do you send it all the same?
issue-anyway-hint = The reason stands in the case and in the letter.
issue-anyway-none = Write why you send it all the same.
issue-anyway-button = Send all the same
draft-sent = This is how it was sent: version { $n }.
draft-to-sent = To what was sent
draft-round-open = The members now answer on version { $n }. A new version does not go along by itself.
draft-round-closed = The members answered on version { $n }. That version is sent, also if you save a new one.
draft-sure-legend = A new version all the same?
draft-sure = Yes, save a new version
draft-sure-hint = Do you want the new text to be sent? Then ask the members once more.
draft-ask-sure = The members were asked about the version that is there. Tick: yes, save a new version.
draft-put-back = Put this version back
draft-put-back-text = It then becomes the newest version. What is there now stays to be read too.
rec-removed = The recommendation is gone.
rec-put-back = Put it back
