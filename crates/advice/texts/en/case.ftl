case-level = { $level }, decided by { $who }
case-level-label = Level:
case-shared = Shared:
case-shared-text = council and municipality see this
case-less-influence = Your influence is smaller here. The municipality does not decide this alone.
case-jump = On this page
case-recommendations = Recommendations
case-history = What happened
case-documents = Papers
case-parts = Who does what?
case-where = Where are we?
case-shape = The shape says who takes the step.
case-all-steps = Show all steps
case-step = Step { $n } of { $of }: { $name }
case-think-along = Thinking along, without a term
case-letter = Read the whole letter
case-letter-pdf = Advice { $number }, the letter
case-add-document = Add a paper
case-request = The request
case-no-documents = There are no papers yet.
case-room-council = Your council works on the advice. Only the council sees it.
case-to-draft = To the draft
case-about = About this case
case-who-decides = Who decides?
case-what-can-change = What can still change?
case-note = Write down a talk
case-more = More
case-follow = Looking back
case-withdraw = Withdraw the request
case-decline = Give no advice
case-conclude = Conclude the thinking along
step-done = done
step-now = now
step-skipped = passed over
step-to-come = not yet
step-until = { $day }
rec-why = To whom, why, and with what effect?
rec-to = To
rec-effect = Effect
rec-reason = Reason
rec-promise = Promise
rec-promise-by = { $who }, by { $day }
rec-promise-on = by { $day }
rec-execution = Execution
line-by = By { $who }.
line-by-guest = By { $who }, guest.
line-signal = The subject came up
line-opened-unsolicited = The council began of its own accord
line-opened-think-along = Council and municipality began to think along
line-announced = The municipality put it on the plan
line-requested = The municipality asked for advice
line-received = The council confirmed receipt
line-issued = The council sent the advice
line-issued-by = { $who } sent it.
line-minorities = { $n ->
    [one] One member had a different opinion.
   *[other] { $n } members had a different opinion.
 }
line-published = The municipality answered the advice
line-published-by = { $who } signed.
line-decided = { $who } decided
line-decision-planned = Later: { $who } decides
line-monitoring-planned = Later: looking back together
line-noted = Written down
margin-on-the-day = On the last day.
margin-early = { $n ->
    [one] One day before the last day.
   *[other] { $n } days before the last day.
 }
margin-late = { $n ->
    [one] One day late.
   *[other] { $n } days late.
 }
request-title = The request
request-facts = Filed
request-filed = Received on { $day }.
request-filed-by = Received on { $day }. { $who } filed the request.
request-due = The advice is due on
request-meeting = The meeting that decides:
request-too-late = The time is too short. The advice comes after the day on which the papers must be ready. The municipality went on all the same.
letter-title = Advice { $number }
letter-pdf = Keep the letter as PDF
case-note-guest = Write a note
line-extended = Term made longer, until { $day }
line-paused = Term at a standstill from { $day }
line-resumed-until = Term runs on, until { $day }
line-resumed = Term runs on
line-issued-anyway = Too few members answered or agreed. The council wrote why it went all the same:
line-measured-council = The council looked back
line-measured-municipality = The municipality looked back
line-taken-up = The council took it up
line-moved = The request came on { $on }, not on { $was }.
