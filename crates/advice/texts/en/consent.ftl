consent-title = Consent
consent-none-title = The members have not been asked yet
consent-none-lead = The secretary opens a round when the advice is ready.
consent-answered = { $n ->
   *[other] { $words } of { $of } members answered
 }
consent-closed-on = The round closed on { $day }.
consent-closes-on = The round runs until { $day }, { $distance }.
consent-closes-by-hand = The round runs until the secretary closes it.
consent-read-all = Read the whole advice, version { $n }
consent-behind = There is a newer version. What is sent is the version that the members agreed to.
consent-yours = Your answer
consent-choose = Choose your answer
consent-i-agree = I agree
consent-i-agree-with-remark = I agree, with a remark
consent-i-object = I object
consent-i-abstain = I abstain
consent-with-remark-hint = The advice goes on as it is.
consent-objects-hint = You write why.
consent-abstains-hint = For example because you have an interest in it.
consent-remark = Your remark
consent-remark-hint = One or two sentences. The secretary reads this at once, the other members when the round closes.
consent-no-remark = Write in one sentence why.
consent-give = Give my answer
consent-change = Change my answer
consent-may-change = You can change your answer until the round closes.
consent-standing = How does it stand?
consent-all = All answers
consent-member = Member
consent-remark-head = Remark
consent-when = When
consent-close = Close the round
consent-open-title = Ask the members
consent-until = Until which day can they answer?
consent-until-hint = For example: 16 December. May stay empty.
consent-open = Open the round
consent-open-text = All members get the whole advice by e-mail.
consent-who = Who answered already?
consent-nobody = Nobody yet.
consent-not-yet = Not yet:
consent-secret = You see what somebody answered when the round closes.
consent-other-view = Do you see it differently?
consent-other-view-text = A different opinion may go along with the advice, with or without your name.
quorum-there = Enough members answered. { $n } are needed.
quorum-not-there = Not enough members answered yet. { $n } are needed.
quorum-needed = { $n } needed
consent-close-early = The round still runs
consent-close-anyway = Yes, I close the round all the same
consent-close-missing = { $n ->
    [one] One member did not answer yet, and there are not enough answers.
   *[other] { $words } members did not answer yet, and there are not enough answers.
 }
consent-close-sure = Not enough members answered yet. Wait, or tick: yes, I close the round all the same.
