board-council = Our council
board-municipality = Cases
board-running = { $n ->
    [0] No cases are running now.
    [one] One case is running.
   *[other] { $words } cases are running.
 }
board-ours-council = It is your council’s turn in { $n }.
board-ours-municipality = It is the municipality’s turn in { $n }.
board-late = { $n ->
    [one] One case is late.
   *[other] { $n } cases are late.
 }
board-we = It is our turn
board-together = Busy together, or waiting
board-case = Case
board-who = Who does it
board-by = By
board-was = was
board-no-date = no date
board-nobody = nobody yet
board-step = { $n } of { $of }, { $name }
board-think-along = thinking along
board-begin = Begin a new case
board-empty = Nothing is running now
board-empty-text = Begin a case when you see something that could be better.
board-finished = { $n ->
    [one] See 1 finished case
   *[other] See { $n } finished cases
 }
board-members = Members and rota
board-people = Who at the municipality
board-seat-until = until { $day }
board-seat-since = since { $day }
board-seat-ends = { $n ->
    [0] Ends today
    [one] Ends tomorrow
   *[other] Ends in { $n } days
 }
finished-title = { $n ->
    [0] There are no finished cases yet
    [one] One case is finished
   *[other] { $words } cases are finished
 }
finished-filter = Which cases?
finished-all = All
finished-whole = Went the whole road
finished-stopped = Stopped
finished-none = Nothing here yet
finished-followed = Followed and finished
